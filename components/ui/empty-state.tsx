import type { ReactNode } from 'react';
import { PageState } from './page-state';

interface EmptyStateProps {
  icon: ReactNode;
  /** What would be here. */
  title: string;
  /** Where nothing else is on the page. */
  heading?: 'h1';
  /** Why it is empty. */
  text: ReactNode;
  /** The one thing to do. */
  action?: ReactNode;
}

export function EmptyState(props: EmptyStateProps) {
  return <PageState {...props} />;
}
