'use client';

import clsx from 'clsx';
import { useTranslations } from 'use-intl';

const ENOUGH = 15;
const STRONG = 20;

/** Helps towards a long password while it is typed. Length is what counts; whether it is a common one, the server says. */
export function PasswordStrength({ password }: { password: string }) {
  const t = useTranslations('ui');
  const length = [...password].length;
  const state = length < ENOUGH ? 'short' : length < STRONG ? 'good' : 'strong';
  return (
    <span className="grid gap-1.5">
      <span aria-hidden="true" className="forced-border block h-1 overflow-hidden rounded-full bg-hover">
        <span
          className={clsx(
            'block h-full rounded-full transition-[width]',
            state === 'short' ? 'bg-border-strong' : 'bg-positive',
          )}
          style={{ width: `${Math.min(100, (length / STRONG) * 100)}%` }}
        />
      </span>
      <span>
        {length === 0 ? t('password.help', { min: ENOUGH }) : t(`password.${state}`, { left: ENOUGH - length })}
      </span>
    </span>
  );
}
