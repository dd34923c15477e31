'use client';

import { useCallback, useMemo } from 'react';
import { useRouter, useSearchParams } from 'next/navigation';
import type { TableSort } from './data-table-types';
import { useCurrentPath } from './use-current-path';

export interface TableUrlState {
  sort: TableSort | null;
  setSort: (sort: TableSort | null) => void;
  hiddenColumns: string[] | undefined;
  setHiddenColumns: (ids: string[]) => void;
  search: string;
  setSearch: (search: string) => void;
  /** Any other filter, by its parameter's name. */
  filter: (name: string) => string;
  setFilter: (name: string, value: string) => void;
  /** Several at once; an empty value takes the filter away. */
  setFilters: (values: Record<string, string>) => void;
  cursor: string | null;
  hrefWith: (changes: Record<string, string | null>) => string;
}

/** A table's state in the address: it survives reload and Back, and a colleague who gets the link sees the same. */
export function useTableUrlState(): TableUrlState {
  const params = useSearchParams();
  const path = useCurrentPath();
  const router = useRouter();
  const hrefWith = useCallback(
    (changes: Record<string, string | null>) => {
      const next = new URLSearchParams(params);
      for (const [name, value] of Object.entries(changes)) {
        if (value === null || value === '') next.delete(name);
        else next.set(name, value);
      }
      const query = next.toString();
      return query === '' ? path : `${path}?${query}`;
    },
    [params, path],
  );
  return useMemo(() => {
    // Another order or filter makes the present cursor meaningless.
    const change = (changes: Record<string, string | null>) =>
      router.replace(hrefWith({ cursor: null, ...changes }), { scroll: false });
    return {
      sort: readSort(params.get('sort')),
      setSort: (sort) => change({ sort: sort && `${sort.direction === 'desc' ? '-' : ''}${sort.id}` }),
      hiddenColumns: params.has('hide')
        ? (params.get('hide') ?? '').split(',').filter((id) => id !== '' && id !== 'none')
        : undefined,
      setHiddenColumns: (ids) =>
        router.replace(hrefWith({ hide: ids.length === 0 ? 'none' : ids.join(',') }), { scroll: false }),
      search: params.get('q') ?? '',
      setSearch: (search) => change({ q: search }),
      filter: (name) => params.get(name) ?? '',
      setFilter: (name, value) => change({ [name]: value }),
      setFilters: change,
      cursor: params.get('cursor'),
      hrefWith,
    };
  }, [params, router, hrefWith]);
}

/** `sort=name` ascending, `sort=-name` descending. */
export function readSort(value: string | null): TableSort | null {
  if (!value || value === '-') return null;
  return value.startsWith('-') ? { id: value.slice(1), direction: 'desc' } : { id: value, direction: 'asc' };
}
