import type { z } from 'zod';

/** The first problem of each field, by its path, as the server reports them. */
export function firstProblems(error: z.ZodError | undefined): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const issue of error?.issues ?? []) problems[issue.path.join('.')] ??= issue.message;
  return problems;
}
