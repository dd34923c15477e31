'use client';

import { useEffect, useRef, type ReactNode, type SubmitEvent } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { FormSummary, type FormProblem } from '@/components/ui/form-summary';
import { wizardSteps, type WizardStep } from './draft';

interface StepFrameProps {
  step: WizardStep;
  /** Shown above the questions; the summary takes the focus when it appears. */
  problems: readonly FormProblem[];
  onContinue: () => void;
  onBack: (() => void) | undefined;
  submitLabel?: string;
  pending?: boolean;
  children: ReactNode;
}

/** One question group. Enter in any field continues; a new step takes the focus to its heading, so that it is read out. */
export function StepFrame({
  step,
  problems,
  onContinue,
  onBack,
  submitLabel,
  pending = false,
  children,
}: StepFrameProps) {
  const t = useTranslations('wizard');
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef<WizardStep>(undefined);
  useEffect(() => {
    // The first step of a visit leaves the focus where the browser put it.
    if (shown.current !== undefined && shown.current !== step) {
      heading.current?.focus({ preventScroll: true });
      window.scrollTo({ top: 0 });
    }
    shown.current = step;
  }, [step]);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!pending) onContinue();
  }

  return (
    <form noValidate onSubmit={submit} className="grid min-w-0 gap-6" aria-labelledby="wizard-heading">
      <div className="grid gap-1">
        <p className="text-sm text-subtle tabular">
          {t('stepOf', { number: wizardSteps.indexOf(step) + 1, count: wizardSteps.length })}
        </p>
        <h2
          ref={heading}
          id="wizard-heading"
          tabIndex={-1}
          className="text-lg font-semibold tracking-tight outline-none"
        >
          {t(`heading.${step}`)}
        </h2>
        <p className="text-pretty text-muted">{t(`intro.${step}`)}</p>
      </div>
      <FormSummary problems={problems} />
      {children}
      <div className="flex flex-wrap items-center justify-between gap-3 border-t border-border pt-4">
        {onBack ? (
          <Button variant="ghost" onClick={onBack}>
            {t('back')}
          </Button>
        ) : (
          <span />
        )}
        <Button type="submit" variant="primary" pending={pending}>
          {submitLabel ?? t('continue')}
        </Button>
      </div>
    </form>
  );
}
