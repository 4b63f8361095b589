import { execFile } from 'node:child_process';

/** How the command line ended, and what it said. */
export interface Ended {
  readonly code: number | string | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `tavolo` with these words, as a user does. */
export function tavolo(...words: readonly string[]): Promise<Ended> {
  return tavoloWith({}, ...words);
}

/** The same, with settings. */
export function tavoloWith(
  settings: NodeJS.ProcessEnv,
  ...words: readonly string[]
): Promise<Ended> {
  const options = { maxBuffer: 10_000_000, env: { ...process.env, ...settings } };
  return new Promise((resolve) => {
    execFile('apps/cli/bin/tavolo.js', words, options, (error, out, err) => {
      resolve({ code: error ? (error.code ?? null) : 0, out, err });
    });
  });
}
