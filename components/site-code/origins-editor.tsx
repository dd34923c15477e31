import { useTranslations } from 'use-intl';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { originKinds, type Origins } from '@/lib/features/site-code/schema';

interface OriginsEditorProps {
  origins: Origins;
  onChange: (origins: Origins) => void;
  /** By form field, such as `origins.img`. */
  problems: Record<string, string>;
  readOnly: boolean;
}

/** One origin a line, for each kind of thing. */
export function OriginsEditor({ origins, onChange, problems, readOnly }: OriginsEditorProps) {
  const t = useTranslations('siteCode');
  return (
    <div className="grid gap-5">
      <p className="max-w-[68ch] text-muted">{t('help.origins')}</p>
      {originKinds.map((kind) => (
        <Field key={kind} label={t(`kind.${kind}`)} error={problemOf(kind)}>
          {(control) => (
            <Textarea
              {...control}
              mono
              rows={2}
              autoCapitalize="none"
              autoComplete="off"
              placeholder="https://cdn.example.com"
              value={origins[kind].join('\n')}
              readOnly={readOnly}
              onChange={({ target }) =>
                onChange({ ...origins, [kind]: target.value === '' ? [] : target.value.split('\n') })
              }
            />
          )}
        </Field>
      ))}
    </div>
  );

  function problemOf(kind: string): string | undefined {
    const fault = problems[`origins.${kind}`];
    const faults = ['originScheme', 'originHost', 'originPath', 'originWildcard', 'originOwn', 'originTwice'] as const;
    const known = faults.find((each) => each === fault);
    if (known !== undefined) return t(`fault.${known}`);
    return Object.keys(problems).some((field) => field.startsWith(`code.origins.${kind}`))
      ? t('fault.other')
      : undefined;
  }
}
