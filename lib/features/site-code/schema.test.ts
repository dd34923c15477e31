import { describe, expect, it } from 'vitest';
import { emptyCode } from './rules';
import { checkCodeSchema } from './schema';

const parsed = (changes: object) => checkCodeSchema.safeParse({ code: { ...emptyCode(), ...changes } });

describe('the code that a form sends', () => {
  it('loses the zero characters that a database refuses', () => {
    expect(parsed({ css: 'a\u0000{color:red}\u0000', js: '\u0000' }).data?.code).toMatchObject({
      css: 'a{color:red}',
      js: '',
    });
  });

  it('is bounded in each of its parts', () => {
    expect(parsed({ css: 'a'.repeat(100_000), js: 'a'.repeat(200_000), headerHtml: 'a'.repeat(50_000) }).success).toBe(
      true,
    );
    for (const [field, most] of Object.entries({ css: 100_000, js: 200_000, headerHtml: 50_000, footerHtml: 50_000 }))
      expect(parsed({ [field]: 'a'.repeat(most + 1) }).success, field).toBe(false);
    const img = Array.from({ length: 21 }, (_, i) => `https://a${i}.example`);
    expect(parsed({ origins: { ...emptyCode().origins, img } }).success).toBe(false);
  });

  it('has no field that we do not know', () => {
    expect(parsed({ servedCss: '@import "//x"' }).success).toBe(false);
    expect(parsed({ origins: { ...emptyCode().origins, default: ['*'] } }).success).toBe(false);
  });
});
