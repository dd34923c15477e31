'use client';

import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { SearchInput } from '@/components/ui/search-input';
import type { TenantChoice } from '@/lib/core/flags/schema';
import { useTenantSearch } from './use-flags';

interface TenantPickerProps {
  value: TenantChoice | null;
  onChange: (tenant: TenantChoice | null) => void;
  error?: string;
}

/** One tenant out of thousands: typing searches on the server. */
export function TenantPicker({ value, onChange, error }: TenantPickerProps) {
  const t = useTranslations('flags');
  const errorId = useId();
  return (
    <fieldset aria-describedby={error === undefined ? undefined : errorId} className="grid gap-1.5">
      <legend className="mb-1.5 font-medium">{t('override.tenant')}</legend>
      {value ? (
        <div className="flex items-center gap-3 rounded-md border border-border px-3 py-2">
          <TenantLine tenant={value} />
          <Button variant="ghost" onClick={() => onChange(null)}>
            {t('override.changeTenant')}
          </Button>
        </div>
      ) : (
        <TenantSearch onChoose={onChange} />
      )}
      {error !== undefined && value === null && (
        <p id={errorId} role="alert" className="text-sm text-negative-text">
          {error}
        </p>
      )}
    </fieldset>
  );
}

function TenantSearch({ onChoose }: { onChoose: (tenant: TenantChoice) => void }) {
  const t = useTranslations('flags');
  const [text, setText] = useState('');
  const { data } = useTenantSearch(text);
  return (
    <div className="grid gap-1.5">
      <SearchInput label={t('override.searchTenant')} value={text} onSearch={setText} />
      <ul aria-label={t('override.tenant')} className="max-h-56 overflow-y-auto rounded-md border border-border p-1">
        {data?.map((tenant) => (
          <li key={tenant.id}>
            <button
              type="button"
              className="flex min-h-9 w-full items-center gap-3 rounded-sm px-2 py-1 text-start hover:bg-hover"
              onClick={() => onChoose(tenant)}
            >
              <TenantLine tenant={tenant} />
            </button>
          </li>
        ))}
        {data?.length === 0 && <li className="px-2 py-2 text-sm text-muted">{t('override.noTenant')}</li>}
        {!data && <li className="h-9" />}
      </ul>
    </div>
  );
}

function TenantLine({ tenant }: { tenant: TenantChoice }) {
  return (
    <>
      <Avatar name={tenant.name} size="sm" shape="organisation" />
      <span className="grid min-w-0 flex-1">
        <span className="truncate">{tenant.name}</span>
        <span className="truncate font-mono text-xs text-muted">{tenant.slug}</span>
      </span>
    </>
  );
}
