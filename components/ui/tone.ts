export const TONES = ['neutral', 'accent', 'info', 'positive', 'warning', 'negative'] as const;
export type Tone = (typeof TONES)[number];

/** Soft ground with its readable text; both come from the theme, so any brand keeps the contrast. */
export const TONE_SOFT: Record<Tone, string> = {
  neutral: 'bg-hover text-muted',
  accent: 'bg-accent-soft text-accent-text',
  info: 'bg-info-soft text-info-text',
  positive: 'bg-positive-soft text-positive-text',
  warning: 'bg-warning-soft text-warning-text',
  negative: 'bg-negative-soft text-negative-text',
};

export const TONE_TEXT: Record<Tone, string> = {
  neutral: 'text-muted',
  accent: 'text-accent-text',
  info: 'text-info-text',
  positive: 'text-positive-text',
  warning: 'text-warning-text',
  negative: 'text-negative-text',
};

export const TONE_FILL: Record<Tone, string> = {
  neutral: 'bg-border-strong',
  accent: 'bg-accent',
  info: 'bg-info',
  positive: 'bg-positive',
  warning: 'bg-warning',
  negative: 'bg-negative',
};
