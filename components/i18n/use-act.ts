'use client';

import { useRouter } from 'next/navigation';
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useToast } from '@/components/ui/toast';
import { useFailureText, type Failure } from './use-failure-text';

/** A server action as components see it (lib/http/define-action). */
export type Act<Input, Data> = (input: Input) => Promise<{ ok: true; data: Data } | { ok: false; error: Failure }>;

export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(readonly failure: Failure) {
    super(failure.code);
  }
}

interface ActOptions<Input, Data> {
  onDone?: (data: Data, input: Input) => void;
  /** Where the refusal is shown beside the form; without it a toast says it. */
  onRefused?: (failure: Failure) => void;
  /** First part of the query keys whose answers the change makes stale. */
  stale?: string;
  /** The page is left afterwards, so there is nothing to read again. */
  leaves?: true;
}

/** Calls a server action; afterwards the lists and the page itself are read again. */
export function useAct<Input, Data>(
  action: Act<Input, Data>,
  options: ActOptions<Input, Data> = {},
): UseMutationResult<Data, Error, Input> {
  const toast = useToast();
  const { sentence } = useFailureText();
  const client = useQueryClient();
  const router = useRouter();
  return useMutation<Data, Error, Input>({
    mutationFn: async (input) => {
      const result = await action(input);
      if (!result.ok) throw new Refused(result.error);
      return result.data;
    },
    onSuccess: (data, input) => {
      if (options.stale) void client.invalidateQueries({ queryKey: [options.stale] });
      if (!options.leaves) router.refresh();
      options.onDone?.(data, input);
    },
    onError: (error) => {
      // Whatever was shown ahead of the answer is taken back.
      if (options.stale) void client.invalidateQueries({ queryKey: [options.stale] });
      const failure: Failure = error instanceof Refused ? error.failure : { code: 'unavailable' };
      if (options.onRefused) options.onRefused(failure);
      else toast.problem(sentence(failure), failure.code === 'internal' ? { detail: failure.referenceId } : undefined);
    },
  });
}
