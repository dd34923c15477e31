import type { CommandGroup, CommandItem } from './shell-types';

/** Groups with the items that hold every typed word, best first: start of the label, start of a word, anywhere. */
export function matchCommands(groups: readonly CommandGroup[], query: string): CommandGroup[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return groups.filter((group) => group.items.length > 0).map((group) => ({ ...group }));
  return groups.flatMap((group) => {
    const scored = group.items
      .map((item) => ({ item, score: scoreOf(item, words) }))
      .filter((entry) => entry.score > 0);
    scored.sort((a, b) => b.score - a.score);
    return scored.length === 0 ? [] : [{ label: group.label, items: scored.map((entry) => entry.item) }];
  });
}

function scoreOf(item: CommandItem, words: readonly string[]): number {
  const label = fold(item.label);
  const rest = fold(`${item.hint ?? ''} ${item.keywords ?? ''}`);
  let total = 0;
  for (const word of words) {
    const score = label.startsWith(word)
      ? 4
      : label.includes(` ${word}`)
        ? 3
        : label.includes(word)
          ? 2
          : rest.includes(word)
            ? 1
            : 0;
    if (score === 0) return 0;
    total += score;
  }
  return total;
}

/** Case and accents don't matter when one looks for something. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .trim();
}
