import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** The arguments after `node` that run one of the scripts beside this file on our source. */
export function scriptArguments(script: string, values: readonly string[]): string[] {
  return ['--import', new URL('./from-source.js', import.meta.url).href, here(script), ...values];
}

/** A process that runs a script and is watched line by line. */
export class Child {
  readonly #process: ChildProcessByStdio<null, Readable, null>;
  readonly #ended: Promise<unknown>;
  #output = '';

  constructor(script: string, values: readonly string[]) {
    this.#process = spawn(process.execPath, scriptArguments(script, values), {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#process.stdout.setEncoding('utf8').on('data', (text: string) => (this.#output += text));
    this.#ended = once(this.#process, 'close');
  }

  /** Whole lines: the last one may have been cut off with the process. */
  get lines(): string[] {
    return this.#output.split('\n').slice(0, -1);
  }

  async untilLines(count: number): Promise<void> {
    const arrives = { signal: AbortSignal.timeout(20_000) };
    while (this.lines.length < count) await once(this.#process.stdout, 'data', arrives);
  }

  async kill(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.#ended;
  }
}

/** Whether this machine lets us watch the system calls of a process that we start. */
export function canTrace(): boolean {
  return spawnSync('strace', ['-o', '/dev/null', process.execPath, '-e', '0']).status === 0;
}

/** Runs a script to its end under strace with these options. */
export function traced(options: readonly string[], script: readonly string[]): string {
  const { stdout, status, stderr } = spawnSync('strace', [...options, process.execPath, ...script]);
  if (status !== 0) throw new Error(`the traced script failed: ${String(stderr)}`);
  return String(stdout);
}
