import type { Tone } from '@/components/ui/tone';
import type { PlaceState } from '@/lib/features/fleet/schema';

export const stateTones: Record<PlaceState, Tone> = { failed: 'negative', behind: 'warning', current: 'positive' };

/** How times and numbers are written. `now` is the server's moment, so that both first paints agree. */
export interface Display {
  locale: string;
  timeZone: string;
  now: string;
}
