/** The command line: the same use cases as the console, in the name of the system. Results on stdout, everything else on stderr. */
import { parseArgs } from 'node:util';
import { ZodError } from 'zod';
import { systemRequest, type ConsoleContext, type SystemActor } from '@/lib/core/access/context';
import { isDatabaseUnavailable } from '@/lib/platform/database-errors';
import { AppError, isAppError } from '@/lib/platform/errors';
import { uuidv7 } from '@/lib/platform/ids';
import { closeConsoleClient } from '@/lib/tenancy/console-client';
import { closeTenantClients } from '@/lib/tenancy/tenant-client';
import { closeRunLocks } from '@/lib/workflows/provisioning/run-lock';
import { WrongUse, type Command, type Outcome } from './command';
import { commands } from './commands';
import { explain } from './explain';
import { help, helpOf } from './help';

const EXIT = { done: 0, refused: 1, wrongUse: 2 } as const;

const wantsJson = process.argv.includes('--json');
process.exitCode = await main(process.argv.slice(2));
await Promise.allSettled([closeRunLocks(), closeTenantClients(), closeConsoleClient()]);

async function main(argv: string[]): Promise<number> {
  try {
    const found = findCommand(argv);
    if (!found) return showHelp(argv);
    const input = parse(found.command, found.rest);
    if (input === 'help') return print({ json: { usage: helpOf(found.name) }, text: helpOf(found.name) });
    const ctx: ConsoleContext<SystemActor> = {
      actor: { type: 'system', name: 'Command line' },
      request: systemRequest(uuidv7()),
    };
    return print(await found.command.run(ctx, input));
  } catch (error) {
    return report(error);
  }
}

function findCommand(argv: string[]): { name: string; command: Command; rest: string[] } | undefined {
  for (const words of [2, 1]) {
    const name = argv.slice(0, words).join(' ');
    const command = commands[name];
    if (command) return { name, command, rest: argv.slice(words) };
  }
  return undefined;
}

function parse(command: Command, rest: string[]): Parameters<Command['run']>[1] | 'help' {
  const options = { ...command.options, json: { type: 'boolean' }, help: { type: 'boolean' } } as const;
  const { values, positionals } = parseStrictly(rest, options);
  if (values.help) return 'help';
  const missing = command.required?.find((name) => !values[name]);
  if (missing) throw new WrongUse(`--${missing} is missing.`);
  if (positionals.length !== (command.positionals ?? 0)) throw new WrongUse(`Expected: ${command.usage}`);
  return { values, args: positionals };
}

function parseStrictly(
  args: string[],
  options: Command['options'],
): { values: Record<string, string | boolean | undefined>; positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: true });
    return { values: values, positionals };
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error));
  }
}

function showHelp(argv: string[]): number {
  const asked = argv.length === 0 || ['help', '--help', '-h'].includes(argv[0] ?? '');
  if (!asked)
    throw new WrongUse(
      `There is no command "${argv
        .filter((word) => !word.startsWith('-'))
        .slice(0, 2)
        .join(' ')}".`,
    );
  process.stdout.write(`${help()}\n`);
  return argv.length === 0 ? EXIT.wrongUse : EXIT.done;
}

function print({ json, text, refused }: Outcome): number {
  if (wantsJson) process.stdout.write(`${JSON.stringify(json)}\n`);
  else (refused ? process.stderr : process.stdout).write(`${text}\n`);
  return refused ? EXIT.refused : EXIT.done;
}

function report(error: unknown): number {
  if (error instanceof WrongUse) {
    process.stderr.write(`${error.message}\n\`npm run portico -- help\` shows what there is.\n`);
    if (wantsJson)
      process.stdout.write(`${JSON.stringify({ error: { code: 'wrong_use', message: error.message } })}\n`);
    return EXIT.wrongUse;
  }
  return print(refusal(error));
}

function refusal(error: unknown): Outcome {
  if (isAppError(error)) return refusedBy(error);
  if (error instanceof ZodError) return refusedBy(invalid(error));
  const away = isDatabaseUnavailable(error);
  const message = away
    ? 'The database does not answer. Nothing was changed.'
    : error instanceof Error
      ? error.message
      : String(error);
  return { json: { error: { code: away ? 'unavailable' : 'internal', message } }, text: message, refused: true };
}

function invalid({ issues }: ZodError): AppError {
  const fields = Object.fromEntries(issues.map(({ path, message }) => [path.join('.'), message]));
  return new AppError('validation_failed', 'This was not accepted:', { fields });
}

function refusedBy(error: AppError): Outcome {
  const message = explain(error);
  const { fields, quota } = error.details;
  return { json: { error: { code: error.code, message, fields, quota } }, text: message, refused: true };
}
