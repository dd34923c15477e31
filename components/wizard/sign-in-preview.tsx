'use client';

import { useDeferredValue, useId, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Segmented } from '@/components/ui/segmented';
import { addressOf } from './addresses';
import { toInput, type Draft } from './draft';
import type { PreviewTheme, WizardFacts, WizardServices } from './wizard-types';

interface SignInPreviewProps {
  draft: Draft;
  facts: WizardFacts;
  brandVariables: WizardServices['brandVariables'];
}

/** The tenant's sign-in page as it will be, in a frame of its own brand. A picture for the eye: nothing in it can be used. */
export function SignInPreview({ draft, facts, brandVariables }: SignInPreviewProps) {
  const t = useTranslations('wizard');
  const title = useId();
  const [chosen, setTheme] = useState<PreviewTheme>();
  const { branding, address } = toInput(draft);
  const theme = chosen ?? (branding.theme === 'dark' ? 'dark' : 'light');
  const { logo, ...look } = branding;
  // Typing comes first; the picture follows when there is time.
  const tokens = useDeferredValue(JSON.stringify(look));
  const style = useMemo(() => brandVariables(JSON.parse(tokens), theme), [brandVariables, tokens, theme]);
  const name = branding.displayName.trim();
  return (
    <aside aria-labelledby={title} className="grid min-w-0 gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id={title} className="text-sm font-medium text-muted">
          {t('preview.title')}
        </h2>
        <Segmented
          label={t('preview.theme')}
          value={theme}
          onChange={setTheme}
          options={[
            { value: 'light', label: t('preview.light') },
            { value: 'dark', label: t('preview.dark') },
          ]}
        />
      </div>
      <div className="overflow-hidden rounded-xl border border-border">
        <div className="flex items-center gap-3 border-b border-border bg-sunken px-3 py-2" aria-hidden="true">
          <span className="flex gap-1.5">
            {[0, 1, 2].map((dot) => (
              <span key={dot} className="size-2.5 rounded-full bg-border" />
            ))}
          </span>
          <span className="min-w-0 flex-1 truncate rounded-md bg-raised px-2 py-0.5 text-center font-mono text-xs text-muted">
            {addressOf(facts.portalPattern, address.slug)}
          </span>
        </div>
        <div
          inert
          aria-hidden="true"
          data-theme={theme}
          style={style}
          className="grid justify-items-center bg-sunken px-5 py-10 font-sans text-base text-text select-none"
        >
          <div className="grid w-full max-w-xs gap-6">
            <PreviewBrand name={name} logo={logo} />
            <div className="grid gap-4 rounded-xl border border-border bg-raised p-5">
              <p className="text-lg font-semibold tracking-tight wrap-anywhere">
                {name ? t('preview.signIn', { name }) : t('preview.signInNameless')}
              </p>
              <PreviewField label={t('preview.email')} value={draft.admin.email} />
              <PreviewField label={t('preview.password')} value="" />
              <Button variant="primary" tabIndex={-1}>
                {t('preview.submit')}
              </Button>
              <span className="text-center text-sm text-accent-text underline underline-offset-3">
                {t('preview.forgot')}
              </span>
            </div>
          </div>
        </div>
      </div>
    </aside>
  );
}

function PreviewBrand({ name, logo }: { name: string; logo: string | undefined }) {
  if (logo) return <img src={logo} alt="" className="mx-auto h-9 w-auto max-w-full object-contain" />;
  if (!name) return <span className="mx-auto h-9 w-32 rounded-md bg-hover" />;
  return (
    <span className="flex min-w-0 items-center justify-center gap-2">
      <Avatar name={name} shape="organisation" size="lg" />
      <span className="truncate text-lg font-semibold">{name}</span>
    </span>
  );
}

function PreviewField({ label, value }: { label: string; value: string }) {
  return (
    <span className="grid gap-1.5">
      <span className="font-medium">{label}</span>
      <Input key={value} defaultValue={value} tabIndex={-1} aria-label={label} />
    </span>
  );
}
