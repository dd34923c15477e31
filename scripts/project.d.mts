export const root: string;
export function packageProgram(file: string): string;
export function typescriptEntry(file: string, ...args: string[]): string[];
export function runToEnd(
  command: string,
  args: string[],
  options?: { env?: NodeJS.ProcessEnv; quiet?: boolean; cwd?: string },
): Promise<{ code: number; output: string; stdout: string }>;
