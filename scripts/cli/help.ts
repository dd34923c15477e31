import { table } from './table';
import { commands } from './commands';

export function help(): string {
  const rows = Object.entries(commands).map(([name, { usage, summary }]) => [`  ${name} ${usage}`, summary]);
  return [
    'npm run portico -- COMMAND',
    '',
    table(rows),
    '',
    '  --json prints one JSON document on stdout.',
    '  Exit code: 0 done, 1 refused, 2 wrong use.',
  ].join('\n');
}

export function helpOf(name: string): string {
  const command = commands[name];
  return command ? `npm run portico -- ${name} ${command.usage}\n\n  ${command.summary}` : help();
}
