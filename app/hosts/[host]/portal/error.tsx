'use client';

import { useBrand } from '@/components/shell/brand-context';
import { NoticeLayout } from '@/components/shell/notice-layout';
import { ErrorState } from '@/components/ui/error-state';

/** What a page shows when its data could not be had. Next's digest is the reference that stands in the log. */
export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const brand = useBrand();
  // Without a database there are no pictures either: the name, which is here already, stands for them.
  const named = brand?.kind === 'tenant' ? { ...brand, logoUrl: null, logoDarkUrl: null, markUrl: null } : brand;
  return (
    <NoticeLayout brand={named}>
      <ErrorState referenceId={error.digest} onRetry={reset} />
    </NoticeLayout>
  );
}
