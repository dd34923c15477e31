'use client';

import { createContext, use, type ReactNode } from 'react';
import type { ShellBrand } from './shell-types';

const BrandContext = createContext<ShellBrand | null>(null);

/** Whose surface this is, for what is drawn in the browser alone: a page that failed has no server to ask. */
export function BrandProvider({ brand, children }: { brand: ShellBrand | null; children: ReactNode }) {
  return <BrandContext value={brand}>{children}</BrandContext>;
}

export function useBrand(): ShellBrand | null {
  return use(BrandContext);
}
