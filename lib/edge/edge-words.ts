import de from '@/lib/messages/de/edge.json';
import en from '@/lib/messages/en/edge.json';
import es from '@/lib/messages/es/edge.json';
import fr from '@/lib/messages/fr/edge.json';
import ja from '@/lib/messages/ja/edge.json';
import type { Locale } from '@/lib/messages/locales';

/** The few words for when nothing else is at hand: apart from the catalogue, which neither the edge nor a browser can afford. */
export const edgeWords: Record<Locale, typeof en> = { en, de, fr, es, ja };
