'use client';

import { useState } from 'react';
import { Plus, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useAct, type Act } from '@/components/i18n/use-act';
import { useFailureText } from '@/components/i18n/use-failure-text';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { SaveBar } from '@/components/ui/save-bar';
import { attributesSchema, type TenantAttributes } from '@/lib/features/tenants/schema';

interface AttributesFormProps {
  id: string;
  attributes: TenantAttributes;
  mayManage: boolean;
  save: Act<{ id: string; attributes: TenantAttributes }, void>;
}

interface Line {
  id: number;
  key: string;
  value: string;
}

export function AttributesForm({ id, attributes, mayManage, save }: AttributesFormProps) {
  const t = useTranslations('tenant');
  const { sentence, field } = useFailureText();
  const [lines, setLines] = useState(() => toLines(attributes));
  const [problem, setProblem] = useState<string>();
  const [state, setState] = useState<'clean' | 'dirty' | 'saved'>('clean');
  const act = useAct(save, {
    onDone: () => setState('saved'),
    onRefused: (failure) => setProblem(field(Object.values(failure.fields ?? {})[0]) ?? sentence(failure)),
  });

  function edit(next: Line[]) {
    setLines(next);
    setState('dirty');
    setProblem(undefined);
  }

  function submit() {
    const filled = lines.filter((line) => line.key.trim() !== '');
    const parsed = attributesSchema.safeParse(
      Object.fromEntries(filled.map((line) => [line.key.trim(), typedValue(line.value)])),
    );
    setProblem(parsed.success ? undefined : field(messageOf(parsed.error.issues)));
    if (parsed.success) act.mutate({ id, attributes: parsed.data });
  }

  return (
    <div className="grid max-w-xl gap-3">
      {lines.length === 0 && <p className="text-muted">{t('settings.attributesEmpty')}</p>}
      {lines.map((line) => (
        <AttributeLine
          key={line.id}
          line={line}
          disabled={!mayManage}
          onChange={(next) => edit(lines.map((other) => (other.id === line.id ? next : other)))}
          onRemove={() => edit(lines.filter((other) => other.id !== line.id))}
        />
      ))}
      {mayManage && (
        <>
          <div>
            <Button onClick={() => edit([...lines, { id: nextId(lines), key: '', value: '' }])}>
              <Plus aria-hidden="true" />
              {t('settings.attributeAdd')}
            </Button>
          </div>
          <SaveBar
            state={act.isPending ? 'saving' : problem !== undefined ? 'failed' : state}
            problem={problem}
            saveLabel={t('settings.saveAttributes')}
            onSave={submit}
            onDiscard={() => {
              edit(toLines(attributes));
              setState('clean');
            }}
          />
        </>
      )}
    </div>
  );
}

interface AttributeLineProps {
  line: Line;
  disabled: boolean;
  onChange: (line: Line) => void;
  onRemove: () => void;
}

function AttributeLine({ line, disabled, onChange, onRemove }: AttributeLineProps) {
  const t = useTranslations('tenant');
  return (
    <div className="flex items-center gap-2">
      <Input
        mono
        aria-label={t('settings.attributeKey')}
        placeholder={t('settings.attributeKey')}
        value={line.key}
        disabled={disabled}
        onChange={(event) => onChange({ ...line, key: event.target.value })}
        className="min-w-0 flex-1"
      />
      <Input
        aria-label={t('settings.attributeValue')}
        placeholder={t('settings.attributeValue')}
        value={line.value}
        disabled={disabled}
        onChange={(event) => onChange({ ...line, value: event.target.value })}
        className="min-w-0 flex-[2]"
      />
      {!disabled && (
        <IconButton
          label={t('settings.attributeRemove', { name: line.key })}
          icon={<X aria-hidden="true" />}
          onClick={onRemove}
        />
      )}
    </div>
  );
}

function toLines(attributes: TenantAttributes): Line[] {
  return Object.entries(attributes).map(([key, value], id) => ({ id, key, value: String(value) }));
}

function nextId(lines: readonly Line[]): number {
  return Math.max(-1, ...lines.map((line) => line.id)) + 1;
}

/** `40` is a number and `true` a truth, as they were before they stood in a text field. */
function typedValue(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?(0|[1-9]\d{0,14})(\.\d{1,9})?$/.test(text) ? Number(text) : text;
}

/** The schema's own messages are keys; a record hides a bad name's behind "invalid_key". */
function messageOf(issues: readonly { code: string; message: string }[]): string {
  return issues[0]?.code === 'invalid_key' ? 'badAttribute' : (issues[0]?.message ?? 'invalid');
}
