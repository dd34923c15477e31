'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAct, type Act } from '@/components/i18n/use-act';
import { useFailureText } from '@/components/i18n/use-failure-text';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SaveBar } from '@/components/ui/save-bar';
import { Section } from '@/components/ui/section';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { useToast } from '@/components/ui/toast';
import { pagePath } from '@/lib/features/pages/rules';
import type { PageSummary } from '@/lib/features/pages/schema';
import { siteLanguages, type SiteLanguage } from '@/lib/features/site/rules';
import type { ChangeSitePassword, ChangeSiteSettings, EditableSite, SiteLook } from '@/lib/features/site/schema';
import { SitePassword } from './site-password';
import { SiteTabs } from './site-tabs';

interface SiteSettingsFormProps {
  site: EditableSite;
  pages: readonly PageSummary[];
  locale: string;
  canManage: boolean;
  actions: {
    change: Act<ChangeSiteSettings, { updatedAt: string }>;
    changePassword: Act<ChangeSitePassword, { updatedAt: string }>;
  };
}

type TextField = 'siteName' | 'tagline' | 'footerText' | 'notFoundTitle' | 'notFoundText';

/** What is true of the site as a whole. */
export function SiteSettingsForm({ site, pages, locale, canManage, actions }: SiteSettingsFormProps) {
  const t = useTranslations('pages');
  const toast = useToast();
  const { sentence, field } = useFailureText();
  const [stored, setStored] = useState(() => lookOf(site));
  const [draft, setDraft] = useState(stored);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<string>();
  const dirty = JSON.stringify(draft) !== JSON.stringify(stored);
  const save = useAct(actions.change, {
    onDone: () => {
      setStored(draft);
      toast.done(t('settings.saved'));
    },
    onRefused: (failure) => {
      setProblems(failure.fields ?? {});
      setProblem(sentence(failure));
    },
  });

  function edit(changes: Partial<SiteLook>) {
    setDraft({ ...draft, ...changes });
    setProblems({});
    setProblem(undefined);
  }

  const text = (name: TextField, options: { help?: string; long?: true } = {}) => (
    <Field label={t(`settings.${name}`)} help={options.help} error={field(problems[name])}>
      {(control) => {
        const shared = { ...control, value: draft[name], disabled: !canManage };
        return options.long ? (
          <Textarea {...shared} rows={3} onChange={({ target }) => edit({ [name]: target.value })} />
        ) : (
          <Input {...shared} onChange={({ target }) => edit({ [name]: target.value })} />
        );
      }}
    </Field>
  );
  const page = (name: 'frontPageId' | 'notFoundPageId', label: string, none: string) => (
    <Field label={label} error={field(problems[name])}>
      {(control) => (
        <Select
          {...control}
          disabled={!canManage}
          value={draft[name] ?? 'none'}
          onChange={({ target }) => edit({ [name]: target.value === 'none' ? null : target.value })}
          options={[
            { value: 'none', label: none },
            ...pages.map(({ id, title, path }) => ({ value: id, label: `${title} (${pagePath(path)})` })),
          ]}
        />
      )}
    </Field>
  );
  return (
    <div className="grid gap-8">
      <SiteTabs />
      <Section title={t('settings.identity')} layout="split">
        <div className="grid gap-5">
          {text('siteName', { help: t('settings.siteNameHelp') })}
          {text('tagline')}
          {text('footerText', { long: true })}
          <Field label={t('settings.language')} help={t('settings.languageHelp')} error={field(problems.language)}>
            {(control) => (
              <Select
                {...control}
                disabled={!canManage}
                value={draft.language}
                onChange={({ target }) => edit({ language: target.value as SiteLanguage })}
                options={languageOptions(locale)}
              />
            )}
          </Field>
        </div>
      </Section>
      <Section title={t('settings.front')} layout="split">
        {page('frontPageId', t('settings.frontPage'), t('settings.frontAutomatic'))}
      </Section>
      <Section title={t('settings.search')} layout="split">
        <Checkbox
          label={t('settings.indexed')}
          disabled={!canManage}
          checked={draft.indexed}
          onChange={({ target }) => edit({ indexed: target.checked })}
        />
      </Section>
      <Section title={t('settings.notFound')} layout="split">
        <div className="grid gap-5">
          {text('notFoundTitle')}
          {text('notFoundText', { long: true })}
          {page('notFoundPageId', t('settings.notFoundPage'), t('settings.none'))}
        </div>
      </Section>
      {canManage && <SitePassword hasPassword={site.hasPassword} change={actions.changePassword} />}
      {canManage && (
        <SaveBar
          state={save.isPending ? 'saving' : problem !== undefined ? 'failed' : dirty ? 'dirty' : 'clean'}
          saveLabel={t('settings.save')}
          problem={problem}
          onSave={() => save.mutate({ ...draft, updatedAt: site.updatedAt })}
          onDiscard={() => edit(stored)}
        />
      )}
    </div>
  );
}

function lookOf(site: EditableSite): SiteLook {
  const { language, siteName, tagline, footerText, indexed, frontPageId } = site;
  const { notFoundTitle, notFoundText, notFoundPageId } = site;
  return {
    ...{ language, siteName, tagline, footerText, indexed, frontPageId },
    ...{ notFoundTitle, notFoundText, notFoundPageId },
  };
}

function languageOptions(locale: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  return siteLanguages
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
}
