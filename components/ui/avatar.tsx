import clsx from 'clsx';
import { hueIndexOf, initialsOf } from './avatar-identity';

const HUES = [
  '',
  '[--hue:var(--chart-1)]',
  '[--hue:var(--chart-2)]',
  '[--hue:var(--chart-3)]',
  '[--hue:var(--chart-4)]',
  '[--hue:var(--chart-5)]',
  '[--hue:var(--chart-6)]',
  '[--hue:var(--chart-7)]',
  '[--hue:var(--chart-8)]',
];
const SIZES = {
  sm: 'size-5 text-[0.5625rem]',
  md: 'size-6 text-[0.625rem]',
  lg: 'size-8 text-xs',
  xl: 'size-12 text-md',
} as const;

interface AvatarProps {
  name: string;
  src?: string | null;
  size?: keyof typeof SIZES;
  /** People are round, organisations square. */
  shape?: 'person' | 'organisation';
}

/** Decorative: the name stands beside it wherever it is used. */
export function Avatar({ name, src, size = 'md', shape = 'person' }: AvatarProps) {
  const frame = clsx('shrink-0 overflow-hidden', SIZES[size], shape === 'person' ? 'rounded-full' : 'rounded-sm');
  if (src) return <img src={src} alt="" className={clsx(frame, 'object-cover')} />;
  return (
    <span aria-hidden="true" className={clsx(frame, HUES[hueIndexOf(name)], 'initials forced-border')}>
      {initialsOf(name)}
    </span>
  );
}
