'use client';

import { useEffect, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { slugAnswerSchema, type SlugAnswer } from '@/lib/workflows/provisioning/schema';

export type SlugState = { kind: 'checking' } | { kind: 'failed' } | { kind: 'known'; answer: SlugAnswer };

const REST_MS = 250;

/** Asks the server whether a short name is free, once typing rests. Each name is asked about once per minute. */
export function useSlugCheck(slug: string, name: string): SlugState {
  const rested = useRested(slug);
  const { data, isError } = useQuery({
    queryKey: slugQueryKey(rested, name),
    staleTime: 60_000,
    retry: 1,
    queryFn: async ({ signal }) => {
      const query = new URLSearchParams({ slug: rested, name });
      const response = await fetch(`/api/console/slugs?${query}`, { signal });
      if (!response.ok) throw new Error(`status ${response.status}`);
      return slugAnswerSchema.parse(await response.json());
    },
  });
  if (rested !== slug) return { kind: 'checking' };
  if (data) return { kind: 'known', answer: data };
  return isError ? { kind: 'failed' } : { kind: 'checking' };
}

export function slugQueryKey(slug: string, name: string): readonly string[] {
  return ['wizard', 'slug', slug, name];
}

function useRested(value: string): string {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
