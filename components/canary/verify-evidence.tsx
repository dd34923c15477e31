import { CopyButton } from '@/components/ui/copy-button';
import { CopyField } from '@/components/ui/copy-field';
import { Section } from '@/components/ui/section';
import { translator } from '@/lib/messages/translator';
import { verifyScript } from './verify-script';

export function VerifyEvidence({ origin }: { origin: string }) {
  const t = translator('security');
  const script = verifyScript(origin);
  return (
    <Section title={t('verify.title')} description={t('verify.text')}>
      <div className="grid gap-3">
        <CopyField value={`${origin}/.well-known/portico-canary.json`} label={t('verify.key')} />
        <div className="relative min-w-0">
          <pre className="rounded-md border border-border bg-sunken p-3 pe-12 font-mono text-sm whitespace-pre-wrap wrap-anywhere">
            {script}
          </pre>
          <CopyButton value={script} label={t('verify.script')} className="absolute top-2 end-2" />
        </div>
      </div>
    </Section>
  );
}
