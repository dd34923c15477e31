/** Next calls this once per server process, before the first request. */
export async function register(): Promise<void> {
  // The condition stands in this form so that the edge's bundle leaves the import out.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { startServerWork } = await import('@/lib/http/start-server-work');
    startServerWork();
  }
}
