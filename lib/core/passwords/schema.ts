import { z } from 'zod';
import { passwordFault, passwordLength } from './rules';

/** A new password. Issue messages are keys of the `signIn` catalogue. */
export const newPasswordSchema = z.string().superRefine((password, issues) => {
  const fault = passwordFault(password);
  if (fault) issues.addIssue({ code: 'custom', message: `fault.${fault}`, input: password });
});

/** A password that somebody types to sign in: bounded, never judged. */
export const typedPasswordSchema = z
  .string()
  .min(1, 'required')
  .max(passwordLength.max * 4, 'tooLong');

export const emailSchema = z.string().trim().toLowerCase().max(254, 'emailInvalid').pipe(z.email('emailInvalid'));
