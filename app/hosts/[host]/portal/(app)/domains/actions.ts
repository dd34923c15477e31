'use server';

import { addDomain } from '@/lib/features/domains/add-domain';
import { changeSurface } from '@/lib/features/domains/change-surface';
import { checkDomainNow } from '@/lib/features/domains/check-domain-now';
import { mailDnsRecords } from '@/lib/features/domains/mail-dns-records';
import { makeDomainPrimary } from '@/lib/features/domains/make-domain-primary';
import { releaseDomain } from '@/lib/features/domains/release-domain';
import { renewChallenge } from '@/lib/features/domains/renew-challenge';
import {
  addDomainSchema,
  changeSurfaceSchema,
  domainIdSchema,
  hostIdSchema,
  mailRecordsSchema,
} from '@/lib/features/domains/schema';
import { defineMemberAction } from '@/lib/http/define-action';

const manage = { permission: 'domains.manage', feature: 'domains.custom' } as const;

export const addDomainAction = defineMemberAction({ ...manage, input: addDomainSchema, run: addDomain });

export const checkDomainAction = defineMemberAction({
  ...manage,
  input: domainIdSchema,
  run: (ctx, { id }) => checkDomainNow(ctx, id),
});

export const renewChallengeAction = defineMemberAction({
  ...manage,
  input: domainIdSchema,
  run: (ctx, { id }) => renewChallenge(ctx, id),
});

export const makeDomainPrimaryAction = defineMemberAction({
  ...manage,
  input: hostIdSchema,
  run: (ctx, { hostId }) => makeDomainPrimary(ctx, hostId),
});

export const changeSurfaceAction = defineMemberAction({ ...manage, input: changeSurfaceSchema, run: changeSurface });

export const releaseDomainAction = defineMemberAction({
  ...manage,
  input: domainIdSchema,
  run: (ctx, { id }) => releaseDomain(ctx, id),
});

export const mailRecordsAction = defineMemberAction({ ...manage, input: mailRecordsSchema, run: mailDnsRecords });
