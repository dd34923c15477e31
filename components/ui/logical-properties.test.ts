import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** Utilities that name a side of the screen where the side of reading is meant. */
const physicalClass =
  /(?<=^|[\s"'`:!])-?(?:(?:scroll-)?(?:m|p)[lr]-[\d[(a]|(?:left|right)-(?:\d|\[|\(|full|auto|px)|text-(?:left|right)(?![\w-])|(?:border|rounded)-(?:[lr]|tl|tr|bl|br)(?![a-z])|float-(?:left|right))/m;
const physicalProperty =
  /(?:^|[\s{;])(?:(?:margin|padding)-(?:left|right)|border-(?:left|right)(?:-\w+)?|left|right)\s*:|text-align:\s*(?:left|right)/m;

describe('what is at the start of a line stays there in a language read from right to left', () => {
  it.each([
    ['<p className="ml-2">', true],
    ['<p className="md:-mr-2.5">', true],
    ["'border-l border-border'", true],
    ['<p className="absolute left-0">', true],
    ['<p className="text-right">', true],
    ['<p className="ms-2 pe-4 start-0 text-end border-s rounded-e-md">', false],
    ['const share = left / right;', false],
  ])('%s', (source, refused) => {
    expect(physicalClass.test(source)).toBe(refused);
  });

  it('names no left and no right in the classes of components and pages', () => {
    expect(offenders(['.tsx', '.ts'], physicalClass)).toEqual([]);
  });

  it('names none in the style sheets either', () => {
    expect(offenders(['.css'], physicalProperty)).toEqual([]);
  });
});

function offenders(endings: string[], physical: RegExp): string[] {
  return ['app', 'components']
    .flatMap((root) => fs.readdirSync(root, { recursive: true, encoding: 'utf8' }).map((file) => path.join(root, file)))
    .filter((file) => endings.includes(path.extname(file)) && !file.includes('.test.'))
    .flatMap((file) => {
      const line = fs
        .readFileSync(file, 'utf8')
        .split('\n')
        .findIndex((text) => physical.test(text));
      return line === -1 ? [] : [`${file}:${line + 1}`];
    });
}
