'use client';

import { ErrorState } from '@/components/ui/error-state';

/** What a page shows when its data could not be had. Next's digest is the reference that stands in the log. */
export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <ErrorState referenceId={error.digest} onRetry={reset} />;
}
