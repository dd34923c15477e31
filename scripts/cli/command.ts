import type { ParseArgsConfig } from 'node:util';
import type { ConsoleContext, SystemActor } from '@/lib/core/access/context';

export type Options = NonNullable<ParseArgsConfig['options']>;
export type Values = Record<string, string | boolean | undefined>;

/** One command of the CLI. Every command also knows `--json` and `--help`. */
export interface Command {
  /** Arguments and options, as shown by the help. */
  usage: string;
  summary: string;
  options?: Options;
  /** Names of options that must be given. */
  required?: readonly string[];
  /** How many arguments stand beside the options. */
  positionals?: number;
  run(ctx: ConsoleContext<SystemActor>, input: { values: Values; args: readonly string[] }): Promise<Outcome>;
}

export interface Outcome {
  /** The one document of `--json`. */
  json: unknown;
  /** For people. */
  text: string;
  /** The work was understood and not done: exit code 1. */
  refused?: boolean;
}

/** The command line itself is wrong: exit code 2. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse';
}

export function text(values: Values, name: string): string {
  const value = values[name];
  return typeof value === 'string' ? value : '';
}
