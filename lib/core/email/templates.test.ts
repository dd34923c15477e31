import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultTenantBrand, porticoBrand } from '@/lib/core/branding/defaults';
import type { Email, EmailAudience } from './email';
import { isolationAlert } from './isolation-alert';
import { memberInvitation } from './member-invitation';
import { newDeviceNotice } from './new-device-notice';
import { passwordReset, superAdminPasswordReset } from './password-reset';
import { tenantAdminInvitation } from './tenant-admin-invitation';

const URL_ = 'https://acme.example/invitation/abc?next=%2F&x=1';
const AT = new Date('2026-11-28T09:30:00Z');

function audience(displayName = 'Acme'): EmailAudience {
  const tokens = { ...defaultTenantBrand('x'), displayName };
  return {
    brand: { tokens, homeUrl: 'https://acme.example/' },
    email: 'ada@example.com',
    locale: 'en',
    timeZone: 'Europe/Berlin',
  };
}

function all(text: string): Email[] {
  const link = { url: URL_, expiresAt: AT };
  return [
    memberInvitation({ ...audience(text), ...link, inviterName: text, roleName: text }),
    tenantAdminInvitation({ ...audience(text), ...link }),
    passwordReset({ ...audience(text), ...link }),
    superAdminPasswordReset({ ...audience(text), ...link }),
    newDeviceNotice({ ...audience(text), at: AT, device: text, ip: text, sessionsUrl: URL_ }),
    isolationAlert({ ...audience(text), at: AT, attempts: 9, leaks: [text], drift: [text], url: URL_ }),
  ];
}

describe('every mail', () => {
  it('carries its link in both forms, alone on a line in the text', () => {
    for (const { html, text } of all('Acme')) {
      expect(html).toContain('href="https://acme.example/invitation/abc?next=%2F&amp;x=1"');
      expect(text.split('\n')).toContain(URL_);
    }
  });

  it('escapes whatever a tenant or a member is called', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          '<script>alert(1)</script>',
          '"><img src=x onerror=alert(1)>',
          "' onmouseover='x",
          '</style><b>',
          '{evil} <b>',
          '&lt;b>',
        ),
        fc.string(),
        (attack, noise) => {
          for (const { html } of all(attack + noise)) {
            expect(html).not.toContain(attack);
            expect(html).not.toMatch(/<script|<img|onerror="|<b>/);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('loads nothing from elsewhere, so opening it tells nobody', () => {
    for (const { html } of all('Acme')) expect(html).not.toMatch(/<img|src=|url\(|@import|<link/);
  });

  it('shows the brand and does not name Portico', () => {
    for (const { subject, html, text } of all('Acme')) expect(subject + html + text).not.toMatch(/portico/i);
  });

  it('has a dark form in the brand of the tenant', () => {
    for (const { html } of all('Acme'))
      expect(html).toMatch(
        /@media \(prefers-color-scheme:dark\)\{[^@]*\.button\{background-color:#[0-9a-f]{6}!important\}/,
      );
  });

  it('refuses to link anywhere but to the web', () => {
    for (const url of [
      'javascript:alert(1)',
      'data:text/html,x',
      '/relative',
      'https://user:pw@evil.example/',
      'ftp://a.example',
    ]) {
      expect(() => passwordReset({ ...audience(), url, expiresAt: AT })).toThrow();
    }
  });

  it('leaves no placeholder unfilled', () => {
    for (const { subject, html, text } of all('Acme'))
      expect(subject + text + html.replace(/<style>[\s\S]*<\/style>/, '')).not.toMatch(/[{}]|undefined/);
  });
});

describe('the logo', () => {
  it('replaces the name where there is one, with the name as its alternative, and changes in dark mode', () => {
    const base = audience('Acme "Robotics"');
    const brand = { ...base.brand, logoUrl: 'https://acme.example/a.png', logoDarkUrl: 'https://acme.example/b.png' };
    const { html } = passwordReset({ ...base, brand, url: URL_, expiresAt: AT });
    expect(html).toContain('src="https://acme.example/a.png" alt="Acme &quot;Robotics&quot;"');
    expect(html).toContain('class="logo-dark"');
  });
});

describe('dates', () => {
  it('are written in the zone of the reader and say so', () => {
    expect(passwordReset({ ...audience(), url: URL_, expiresAt: AT }).text).toContain(
      'until November 28, 2026 at 10:30 AM (Europe/Berlin)',
    );
  });

  it.each([
    ['en-GB', 'en', '28 November 2026 at 10:30 (Europe/Berlin)'],
    ['de-AT', 'de', '28. November 2026 um 10:30 (Europe/Berlin)'],
    ['nl', 'en', 'November 28, 2026 at 10:30 AM (Europe/Berlin)'],
  ])('of %s stand in words of %s, written as that region does', (locale, language, date) => {
    const { html, text } = passwordReset({ ...audience(), locale, url: URL_, expiresAt: AT });
    expect(text).toContain(date);
    expect(html).toContain(`<html lang="${language}">`);
  });
});

describe('the password mail of the console', () => {
  it('speaks as Portico about a console account', () => {
    const brand = { tokens: porticoBrand, homeUrl: 'https://console.example/' };
    const { subject, text } = superAdminPasswordReset({ ...audience(), brand, url: URL_, expiresAt: AT });
    expect(subject).toBe('Choose a new password for the console');
    expect(text).toContain('Sent to ada@example.com by Portico.');
  });
});
