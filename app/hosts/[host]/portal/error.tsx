'use client';

import { useBrand } from '@/components/shell/brand-context';
import { NoticeLayout } from '@/components/shell/notice-layout';
import { ErrorState } from '@/components/ui/error-state';

/** What a page shows when its data could not be had. Next's digest is the reference that stands in the log. */
export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <NoticeLayout brand={useBrand()}>
      <ErrorState referenceId={error.digest} onRetry={reset} />
    </NoticeLayout>
  );
}
