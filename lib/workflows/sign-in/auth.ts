import 'server-only';
import { headers } from 'next/headers';
import NextAuth, { CredentialsSignin, type NextAuthConfig } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import type { RequestInfo, TenantContext, VisitorActor } from '@/lib/core/access/context';
import { requestedHost, requestInfo } from '@/lib/core/access/request-info';
import { secretOf, sessionCookie, sessionSeconds, type SessionScope } from '@/lib/core/sessions/session-token';
import { AppError } from '@/lib/platform/errors';
import { logger } from '@/lib/platform/logger';
import { consoleHost } from '@/lib/platform/origins';
import { resolveHost, type HostRecord } from '@/lib/tenancy/host-directory';
import { credentialsSchema, type Credentials } from './schema';
import { signInMember } from './sign-in-member';
import { signInSuperAdmin } from './sign-in-super-admin';

/**
 * next-auth, configured per host: each tenant (and the console) has its own secret, cookie and accounts. The token carries nothing
 * but a session id, which every request checks against the database.
 */
const instance = NextAuth(async () => configFor(await currentSite()));

export const { handlers } = instance;

/** Starts a session on the current host and sets its cookie. @throws AppError rate_limited, unauthenticated */
export async function openSession(credentials: Credentials): Promise<void> {
  try {
    await instance.signIn('credentials', { ...credentials, redirect: false });
  } catch (error) {
    if (error instanceof SignInRefused) throw error.refusal;
    throw error;
  }
}

/** Deletes the cookie. Revoking the session's row is the caller's part. */
export async function closeSession(): Promise<void> {
  await instance.signOut({ redirect: false });
}

/** Carries our typed refusal through next-auth. */
class SignInRefused extends CredentialsSignin {
  constructor(readonly refusal: AppError) {
    super();
    this.code = refusal.code;
  }
}

type Site = { kind: 'console'; host: string } | { kind: 'portal'; host: string; record: HostRecord } | { kind: 'none' };

async function currentSite(): Promise<Site> {
  const host = requestedHost(await headers());
  if (host === consoleHost()) return { kind: 'console', host };
  const record = await resolveHost(host);
  return record?.surface === 'portal' && record.status === 'active'
    ? { kind: 'portal', host, record }
    : { kind: 'none' };
}

function configFor(site: Site): NextAuthConfig {
  // A host that is nobody's has no accounts: every attempt is refused, with a secret that signs nothing.
  const scope: SessionScope =
    site.kind === 'portal'
      ? { tenantId: site.record.tenantId }
      : site.kind === 'console'
        ? 'console'
        : { tenantId: 'none' };
  const { name, options } = sessionCookie(site.kind === 'none' ? 'none' : site.host);
  return {
    trustHost: true,
    secret: secretOf(scope),
    session: { strategy: 'jwt', maxAge: sessionSeconds },
    // Auth.js would only say `__Secure-` here, which a sibling host could set.
    cookies: { sessionToken: { name, options }, callbackUrl: { name: name.replace('session', 'callback'), options } },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    logger: { error: (error) => error instanceof CredentialsSignin || logger.warn({ err: error }, 'next-auth') },
    providers: [
      CredentialsProvider({
        credentials: { email: {}, password: {} },
        authorize: (input) => authorize(site, input),
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user?.id ? { sid: user.id } : token),
      // Nothing about a person leaves through next-auth's own endpoints.
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ baseUrl }) => baseUrl,
    },
  };
}

async function authorize(site: Site, input: unknown): Promise<{ id: string }> {
  const parsed = credentialsSchema.safeParse(input);
  try {
    if (!parsed.success || site.kind === 'none')
      throw new AppError('unauthenticated', 'Not signed in.', { messageKey: 'badCredentials' });
    const request = requestInfo(await headers());
    const session =
      site.kind === 'console'
        ? await signInSuperAdmin(request, parsed.data)
        : await signInMember(visitorOf(site.record, request), parsed.data);
    return { id: session.sessionId };
  } catch (error) {
    if (error instanceof AppError) throw new SignInRefused(error);
    throw error;
  }
}

function visitorOf(record: HostRecord, request: RequestInfo): TenantContext<VisitorActor> {
  const { tenantId, placement, slug, name, planId } = record;
  return { tenantId, placement, slug, tenantName: name, planId, actor: { type: 'visitor' }, request };
}
