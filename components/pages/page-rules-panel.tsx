'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAct } from '@/components/i18n/use-act';
import { useFailureText } from '@/components/i18n/use-failure-text';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { SidePanel } from '@/components/ui/side-panel';
import { useToast } from '@/components/ui/toast';
import { pagePath } from '@/lib/features/pages/rules';
import type { EditablePage } from '@/lib/features/pages/schema';
import type { EditorActions, Surroundings } from './page-types';
import { ZonedInput } from './zoned-input';

interface PageRulesPanelProps {
  page: EditablePage;
  surroundings: Surroundings;
  changeRules: EditorActions['changeRules'];
  onClose: () => void;
}

/** Where a page hangs, and when it is there. Saved by itself, because it does not wait for the text to be published. */
export function PageRulesPanel({ page, surroundings, changeRules, onClose }: PageRulesPanelProps) {
  const t = useTranslations('pages');
  const toast = useToast();
  const { field } = useFailureText();
  const { id, updatedAt, parentId, featureKey, publishAt, unpublishAt } = page;
  const [rules, setRules] = useState({ parentId, featureKey, publishAt, unpublishAt });
  const [problems, setProblems] = useState<Record<string, string>>({});
  const save = useAct(changeRules, {
    stale: 'pages',
    onDone: () => {
      toast.done(t('rules.saved'));
      onClose();
    },
    onRefused: (failure) => {
      setProblems(failure.fields ?? {});
      if (!failure.fields) toast.problem(t('editor.conflict'));
    },
  });
  const below = surroundings.pages.filter((other) => !isBelow(other.path, page.path) && other.depth < 2);
  const zone = surroundings.siteZone;
  return (
    <SidePanel
      open
      onClose={onClose}
      title={t('rules.title')}
      description={t('rules.description')}
      footer={
        <Button variant="primary" pending={save.isPending} onClick={() => save.mutate({ id, updatedAt, ...rules })}>
          {t('rules.save')}
        </Button>
      }
    >
      <div className="grid gap-5">
        <Field label={t('rules.parent')} error={field(problems.parentId)}>
          {(control) => (
            <Select
              {...control}
              value={rules.parentId ?? 'top'}
              onChange={({ target }) => setRules({ ...rules, parentId: target.value === 'top' ? null : target.value })}
              options={[
                { value: 'top', label: t('rules.top') },
                ...below.map((other) => ({ value: other.id, label: `${other.title} (${pagePath(other.path)})` })),
              ]}
            />
          )}
        </Field>
        <Field label={t('rules.publishAt')} help={t('rules.publishAtHelp', { zone })} error={field(problems.publishAt)}>
          {(control) => (
            <ZonedInput
              control={control}
              value={rules.publishAt}
              timeZone={zone}
              onChange={(at) => setRules({ ...rules, publishAt: at })}
            />
          )}
        </Field>
        <Field label={t('rules.unpublishAt')} error={field(problems.unpublishAt)}>
          {(control) => (
            <ZonedInput
              control={control}
              value={rules.unpublishAt}
              timeZone={zone}
              onChange={(at) => setRules({ ...rules, unpublishAt: at })}
            />
          )}
        </Field>
        <Field label={t('rules.feature')} help={t('rules.featureHelp')} error={field(problems.featureKey)}>
          {(control) => (
            <Select
              {...control}
              value={rules.featureKey ?? 'always'}
              onChange={({ target }) =>
                setRules({ ...rules, featureKey: target.value === 'always' ? null : target.value })
              }
              options={[
                { value: 'always', label: t('rules.always') },
                ...surroundings.features.map(({ key, name }) => ({ value: key, label: name })),
              ]}
            />
          )}
        </Field>
      </div>
    </SidePanel>
  );
}

function isBelow(path: string, top: string): boolean {
  return path === top || path.startsWith(`${top}/`);
}
