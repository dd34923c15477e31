import { describe, expect, it } from 'vitest';
import { firstLink } from './rules';

describe('the link of a mail', () => {
  it.each([
    ['Open http://acme.localhost:3000/invitations/abc_-1 now.', 'http://acme.localhost:3000/invitations/abc_-1'],
    ['See https://a.example/x. Or https://b.example', 'https://a.example/x'],
    ['(https://a.example/x)', 'https://a.example/x'],
  ])('in "%s" is %s', (text, link) => {
    expect(firstLink(text)).toBe(link);
  });

  it('is none where the text holds no web address', () => {
    expect(firstLink('javascript:alert(1) data:text/html,x mailto:a@b.example')).toBeNull();
  });
});
