import { connection } from 'next/server';

/** A dynamic page that renders one word. */
export default async function Hello() {
  await connection();
  return <p>hello</p>;
}
