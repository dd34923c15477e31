import type { Theme } from '@/components/ui/theme';
import type { IconName } from './icons';

export interface NavItem {
  label: string;
  href: string;
  icon: IconName;
  badge?: string;
}

export interface NavGroup {
  /** Left out for the first, nameless group. */
  label?: string;
  items: readonly NavItem[];
}

export type CommandItem = {
  id: string;
  label: string;
  /** Beside the label: the tenant's slug, a shortcut, where it leads. */
  hint?: string;
  icon?: IconName;
  /** Further words that find it. */
  keywords?: string;
} & ({ kind: 'link'; href: string } | { kind: 'run'; run: () => void | Promise<void> });

export interface CommandGroup {
  label: string;
  items: readonly CommandItem[];
}

/** A server action or a client function; called while typing rests, with at least two characters. */
export type CommandSearch = (query: string) => Promise<readonly CommandGroup[]>;

export type ShellBrand =
  /** The platform, under the name and with the pictures that its owners gave it. */
  | {
      kind: 'portico';
      name: string;
      /** Else Portico's own mark beside the name. */
      logoUrl: string | null;
      logoDarkUrl: string | null;
      logoIsMark: boolean;
      markUrl: string | null;
    }
  | {
      kind: 'tenant';
      name: string;
      /** Without a logo the name is set in the tenant's font. */
      logoUrl: string | null;
      logoDarkUrl: string | null;
      /** The name stands beside such a logo. */
      logoIsMark: boolean;
      /** A square mark for the collapsed sidebar; else the initials. */
      markUrl: string | null;
      signInLayout: 'centred' | 'split' | 'banner';
      /** In `split` and `banner`; else the brand's colour and its initial. */
      signInPictureUrl: string | null;
      glyph: { path: string; width: number };
    };

export interface ShellAccount {
  name: string;
  email: string;
  theme: Theme;
  links: readonly { label: string; href: string }[];
  /** A server action. */
  signOut: () => Promise<void>;
}
