import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const MAIN = 'dist/apps/api/src/main.js';

/** A server of its own process, as a user starts it, on a free port and a folder of its own. */
export interface RunningServer {
  readonly url: string;
  readonly folder: string;
  /** What it has printed so far, line by line. */
  readonly output: readonly string[];
  /** Waits until it has printed this. @throws Error with its output, where it ended before */
  says(text: string): Promise<void>;
  /** Waits until it has ended; one that is frozen ends by SIGKILL alone. */
  /** With what it ended: null where it was killed, or had ended before. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  /** Nothing of it goes on, and nobody is told. */
  freeze(): void;
  thaw(): void;
}

export interface StartOptions {
  /** A folder of an earlier server; a new one without it. */
  readonly folder?: string;
  /** A demo without a story, unless others are given: it lets a test act as anybody. */
  readonly words?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

/** How a server is started that is no demo: it believes an issuer whose keys it has in a file. */
export const real = (keys?: string): Pick<StartOptions, 'env' | 'words'> => ({
  words: [],
  env: { TAVOLO_ISSUER: 'https://issuer.example', ...(keys !== undefined && keysIn(keys)) },
});
const keysIn = (file: string) => ({ TAVOLO_JWKS: file, TAVOLO_ALGORITHM: 'ES256' });

/** Starts the built server and waits until it says where it listens. @throws Error with its output */
export async function startServer(options: StartOptions = {}): Promise<RunningServer> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'tavolo-'));
  const child = launch(folder, options);
  const output: string[] = [];
  const heard = new EventEmitter();
  const url = await listening(child, { output, heard });
  return {
    url,
    folder,
    output,
    async says(text) {
      while (!output.some((line) => line.includes(text))) {
        if (hasEnded(child)) throw new Error(`ended without «${text}»:\n${output.join('\n')}`);
        await once(heard, 'more');
      }
    },
    async stop(signal = 'SIGTERM') {
      if (hasEnded(child)) return null;
      const ended = once(child, 'exit') as Promise<[number | null]>;
      child.kill(signal);
      return (await ended)[0];
    },
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
  };
}

/** Runs the built server to its end: for starts that must fail. */
export async function failedStart(
  options: StartOptions,
): Promise<{ code: number; output: string }> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'tavolo-'));
  const child = launch(folder, options);
  const output: string[] = [];
  child.stdout?.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { code, output: output.join('') };
}

/** Removes what a server left. */
export function forget({ folder }: RunningServer): void {
  rmSync(folder, { recursive: true, force: true });
}

function launch(
  folder: string,
  { words = ['--demo=empty'], env = {} }: StartOptions,
): ChildProcess {
  return spawn(process.execPath, ['--enable-source-maps', MAIN, ...words], {
    env: { ...process.env, PORT: '0', TAVOLO_DATA: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

function listening(
  child: ChildProcess,
  { output, heard }: { readonly output: string[]; readonly heard: EventEmitter },
): Promise<string> {
  return new Promise((resolve, reject) => {
    const read = (line: string) => {
      output.push(line);
      heard.emit('more');
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
      if (url !== undefined) resolve(url);
    };
    if (child.stdout) createInterface(child.stdout).on('line', read);
    if (child.stderr) createInterface(child.stderr).on('line', read);
    child.once('exit', (code) => {
      heard.emit('more');
      reject(new Error(`the server ended with ${String(code)}:\n${output.join('\n')}`));
    });
  });
}
