import { notFound } from 'next/navigation';

/** Whatever else is asked for on the console: its own 404, not the framework's. */
export default function UnknownPage() {
  notFound();
}
