import type { AppError } from '@/lib/platform/errors';
import { translator } from '@/lib/messages/translator';

/** A refusal as a sentence, with one line for each field that was not right. */
export function explain({ message, details }: AppError): string {
  const { fields } = details;
  if (!fields) return message;
  const lines = Object.entries(fields).map(([field, problem]) => `  ${optionOf[field] ?? field}: ${sentence(problem)}`);
  return [message, ...lines].join('\n');
}

/** A password's faults have their words where people set passwords; everything else where tenants are made. */
function sentence(problem: string): string {
  const [words, key] = problem.startsWith('fault.')
    ? [translator('signIn'), problem]
    : [translator('wizard'), `problem.${problem}`];
  return words.has(key as never) ? words(key as never) : problem;
}

const optionOf: Record<string, string> = {
  'organisation.name': '--name',
  'branding.displayName': '--name',
  'address.slug': '--slug',
  'plan.planKey': '--plan',
  'plan.placement': '--placement',
  'admin.email': '--admin-email',
  email: '--email',
  role: '--role',
  password: 'password',
};
