import { describe, expect, it } from 'vitest';
import { isMetered, isPageView } from './classify-request';

const navigation = { 'sec-fetch-dest': 'document', accept: 'text/html' };
const routerFetch = { rsc: '1', 'sec-fetch-dest': 'empty' };

describe('isMetered', () => {
  it('counts pages, actions and routes', () => {
    for (const path of [
      '/',
      '/members',
      '/api/portal/usage',
      '/api/auth/session',
      '/about-us',
      '/branding',
      '/metrics-that-matter',
      '/static-pages',
    ])
      expect(isMetered(path)).toBe(true);
  });

  it.each([
    '/_next/static/chunks/a.js',
    '/_next/image',
    '/favicon.ico',
    '/robots.txt',
    '/manifest.webmanifest',
    '/fonts/inter.woff2',
    '/brand/logo',
    '/api/assets/0f3a',
    '/__nextjs_font/a',
    '/healthz',
    '/readyz',
    '/metrics',
    '/api/internal/tls/ask',
    '/.well-known/security.txt',
  ])('leaves out %s', (path) => expect(isMetered(path)).toBe(false));
});

describe('isPageView', () => {
  it("is a document or the router's fetch of one", () => {
    expect(isPageView('GET', navigation, 200)).toBe(true);
    expect(isPageView('GET', routerFetch, 200)).toBe(true);
    expect(isPageView('GET', navigation, 304)).toBe(true);
    expect(isPageView('GET', { accept: 'text/html,*/*' }, 200)).toBe(true);
  });

  it.each([
    ['a prefetch of the router', { ...routerFetch, 'next-router-prefetch': '1' }],
    ['a prefetch of a segment', { ...routerFetch, 'next-router-segment-prefetch': '/_tree' }],
    ["a browser's own prefetch", { ...navigation, 'sec-purpose': 'prefetch;prerender' }],
    ['a refresh', { ...routerFetch, 'next-router-state-tree': '%5B%22%22%2C%7B%7D%2Cnull%2C%22refetch%22%5D' }],
    ['a frame inside a page', { 'sec-fetch-dest': 'iframe', accept: 'text/html' }],
    ['a read by a script', { 'sec-fetch-dest': 'empty', accept: 'application/json' }],
    ['a program', { accept: '*/*' }],
  ])('is not %s', (_what, headers) => expect(isPageView('GET', headers, 200)).toBe(false));

  it('is not an action, a redirect or a page that is not there', () => {
    expect(isPageView('POST', navigation, 200)).toBe(false);
    for (const status of [303, 307, 403, 404, 500]) expect(isPageView('GET', navigation, status)).toBe(false);
  });
});
