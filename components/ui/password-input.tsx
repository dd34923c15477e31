'use client';

import { useState, type ComponentProps } from 'react';
import { Eye, EyeOff } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Input } from './input';

/** A password field that can be read while typing; screen readers hear the state of the button, not the password. */
export function PasswordInput(props: Omit<ComponentProps<'input'>, 'type'>) {
  const t = useTranslations('ui');
  const [visible, setVisible] = useState(false);
  const Icon = visible ? EyeOff : Eye;
  return (
    <div className="relative">
      <Input {...props} type={visible ? 'text' : 'password'} className="pe-10" />
      <button
        type="button"
        aria-label={t(visible ? 'password.hide' : 'password.show')}
        onClick={() => setVisible(!visible)}
        className="absolute inset-y-0 end-0 grid w-9 place-items-center rounded-md text-muted hover:text-text"
      >
        <Icon aria-hidden="true" className="size-4" />
      </button>
    </div>
  );
}
