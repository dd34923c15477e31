import { notFound } from 'next/navigation';

/** Whatever else is asked for on a portal: the branded 404, not the framework's. */
export default function UnknownPage() {
  notFound();
}
