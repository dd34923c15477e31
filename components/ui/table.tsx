import type { ComponentProps } from 'react';
import clsx from 'clsx';

/** Plain parts of a table, for short lists that need no sorting or selection. DataTable is made of them too. */
export function TableFrame({ className, ...rest }: ComponentProps<'div'>) {
  // A table wider than a phone scrolls, so the keyboard must reach it. Where rows take the focus, the caller says so.
  const place = 'tabIndex' in rest ? rest.tabIndex : 0;
  return (
    <div
      tabIndex={place}
      className={clsx('relative min-w-0 overflow-x-auto rounded-lg border border-border bg-raised', className)}
      {...rest}
    />
  );
}

export function Table({ className, ...rest }: ComponentProps<'table'>) {
  return <table className={clsx('w-full border-separate border-spacing-0 text-start', className)} {...rest} />;
}

export function Th({
  align = 'start',
  className,
  ...rest
}: Omit<ComponentProps<'th'>, 'align'> & { align?: 'start' | 'end' }) {
  return (
    <th
      scope="col"
      className={clsx(
        'h-9 border-b border-border bg-raised px-3 text-sm font-medium whitespace-nowrap text-muted first:ps-4 last:pe-4',
        align === 'end' && 'text-end',
        className,
      )}
      {...rest}
    />
  );
}

export function Td({
  align = 'start',
  className,
  ...rest
}: Omit<ComponentProps<'td'>, 'align'> & { align?: 'start' | 'end' }) {
  return <td className={clsx('cell', align === 'end' && 'text-end tabular', className)} {...rest} />;
}

export function Tr({ className, ...rest }: ComponentProps<'tr'>) {
  return <tr className={clsx('group/row', className)} {...rest} />;
}
