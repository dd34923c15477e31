import { redirect } from 'next/navigation';
import { openConsolePage } from '@/lib/http/page';

export default async function ConsoleHome() {
  await openConsolePage(null);
  redirect('/tenants');
}
