'use client';

import { useMemo, type ReactNode } from 'react';
import Link from 'next/link';
import { useLocale, useTranslations } from 'use-intl';
import { addressOf } from './addresses';
import { toInput, type FormStep } from './draft';
import type { StepProps } from './step-props';
import { usePriceWords } from './use-price-words';
import { useValueWords } from './use-value-words';

/** The whole form as sentences, each with a way back to where it was said. */
export function ReviewStep({ draft, facts, hrefOf }: StepProps & { hrefOf: (step: FormStep) => string }) {
  const t = useTranslations('wizard');
  const locale = useLocale();
  const price = usePriceWords();
  const value = useValueWords();
  const languages = useMemo(() => new Intl.DisplayNames(locale, { type: 'language' }), [locale]);
  const { organisation, address, branding, admin } = toInput(draft);
  const plan = facts.plans.plans.find(({ key }) => key === draft.plan.planKey);
  const industry = organisation.industry;
  const overrides = Object.entries(draft.features.overrides).flatMap(([key, chosen]) => {
    const flag = facts.plans.flags.find((known) => known.key === key);
    if (!flag) return [];
    if (typeof chosen === 'boolean') return [t(chosen ? 'review.featureOn' : 'review.featureOff', { name: flag.name })];
    return [t('review.featureValue', { name: flag.name, value: value(chosen, flag.meter) })];
  });
  const b = (chunks: ReactNode) => <strong className="font-semibold wrap-anywhere">{chunks}</strong>;
  const swatch = (chunks: ReactNode) => <Colour hex={branding.brandColour}>{chunks}</Colour>;
  return (
    <ul className="divide-y divide-border border-t border-border">
      <Sentence step="organisation" hrefOf={hrefOf}>
        {t.rich('review.organisation', {
          b,
          name: organisation.name,
          industry: industry ?? 'none',
          industryName: industry ? t(`industry.${industry}`) : '',
          timeZone: organisation.timeZone.replaceAll('_', ' '),
          locale: languages.of(organisation.locale) ?? organisation.locale,
          currency: organisation.currency,
        })}
      </Sentence>
      <Sentence step="plan" hrefOf={hrefOf}>
        {t.rich('review.plan', {
          b,
          plan: plan?.name ?? draft.plan.planKey,
          price: plan ? price(plan) : '',
          placement: draft.plan.placement,
        })}
      </Sentence>
      <Sentence step="address" hrefOf={hrefOf}>
        {t.rich('review.address', {
          b,
          portal: addressOf(facts.portalPattern, address.slug),
          site: addressOf(facts.sitePattern, address.slug),
        })}
      </Sentence>
      <Sentence step="branding" hrefOf={hrefOf}>
        {t.rich(draft.branding.own ? 'review.branding' : 'review.brandingDefault', {
          b,
          swatch,
          colour: branding.brandColour,
          name: branding.displayName,
          font: t(`font.${branding.font}`),
          logo: branding.logo ? 'yes' : 'no',
        })}
      </Sentence>
      <Sentence step="features" hrefOf={hrefOf}>
        {t('review.features', { count: overrides.length, list: overrides.join(', ') })}
      </Sentence>
      <Sentence step="admin" hrefOf={hrefOf}>
        {t.rich('review.admin', { b, hasName: admin.name ? 'yes' : 'no', name: admin.name ?? '', email: admin.email })}
      </Sentence>
    </ul>
  );
}

function Sentence({
  step,
  hrefOf,
  children,
}: {
  step: FormStep;
  hrefOf: (step: FormStep) => string;
  children: ReactNode;
}) {
  const t = useTranslations('wizard');
  return (
    <li className="flex items-start justify-between gap-4 py-3">
      <p className="min-w-0 text-md leading-relaxed text-pretty wrap-anywhere">{children}</p>
      <Link
        href={hrefOf(step)}
        aria-label={t('editStep', { step: t(`step.${step}`) })}
        className="shrink-0 rounded-sm text-accent-text underline underline-offset-3"
      >
        {t('edit')}
      </Link>
    </li>
  );
}

function Colour({ hex, children }: { hex: string; children: ReactNode }) {
  return (
    <span className="inline-flex items-baseline gap-1.5 font-mono text-sm">
      <span
        aria-hidden="true"
        style={{ backgroundColor: hex }}
        className="forced-border size-3 translate-y-0.5 rounded-full border border-border forced-color-adjust-none"
      />
      {children}
    </span>
  );
}
