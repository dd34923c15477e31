import { z } from 'zod';
import { slugProblem } from '@/lib/edge/slug';

export const surfaces = ['portal', 'site'] as const;
export type HostSurface = (typeof surfaces)[number];

export interface HostRow {
  id: string;
  host: string;
  url: string;
  surface: HostSurface;
  kind: 'subdomain' | 'custom';
  status: 'reserved' | 'active' | 'disabled';
  isPrimary: boolean;
  createdAt: string;
}

export interface HostList {
  hosts: HostRow[];
  /** What counts against the quota: the hosts, and the domains on their way. */
  used: number;
  /** The quota `quota.hosts`; null is no limit. */
  limit: number | null;
}

/** First label of a sub-domain address. Issue messages are keys of `tenant` under `hosts.slug`. */
export const hostSlugSchema = z
  .string()
  .trim()
  .toLowerCase()
  .superRefine((slug, issues) => {
    const problem = slugProblem(slug);
    if (problem) issues.addIssue({ code: 'custom', message: problem });
  });

export const addHostSchema = z.strictObject({ tenantId: z.uuid(), slug: hostSlugSchema, surface: z.enum(surfaces) });
export type AddHost = z.infer<typeof addHostSchema>;

export const hostActionSchema = z.strictObject({ tenantId: z.uuid(), hostId: z.uuid() });
export type HostAction = z.infer<typeof hostActionSchema>;
