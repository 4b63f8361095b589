import { spawn } from 'node:child_process';
import type { ChildProcess, ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { createInterface } from 'node:readline';

export type Writer = ChildProcessByStdio<null, Readable, null>;

// The sources run as they are: Node strips their types, and `.js` in an import is `.ts` on disk.
const FLAGS = ['--experimental-transform-types', '--disable-warning=ExperimentalWarning'];
const STORE = new URL('../src/sqlite/sqlite-private-store.ts', import.meta.url).href;
const SCRIPT = `
  import { registerHooks } from 'node:module';
  registerHooks({
    resolve: (name, context, next) =>
      next(name.startsWith('.') ? name.replace(/\\.js$/, '.ts') : name, context),
  });
  const { SqlitePrivateStore } = await import('${STORE}');
  const [folder, rounds] = process.argv.slice(1);
  const store = await SqlitePrivateStore.open(folder);
  console.log('secret ' + await store.secret('taxCode'));
  for (let n = 0; n < Number(rounds); n++) {
    console.log('text ' + await store.putText('key ' + n, 'text ' + n));
    const chunks = Array.from({ length: 20 }, (_, i) => Buffer.alloc(5000, n * 31 + i));
    chunks.push(Buffer.from('document ' + n));
    const about = { mediaType: 'text/plain', maxBytes: 1e6 };
    const content = (async function* () { yield* chunks; })();
    console.log('document ' + (await store.putDocument(content, about)).sha256);
  }
`;

/** Another process on the same folder: each round it stores a text and a document and says so. */
export function startWriter(folder: string, rounds: number): Writer {
  const script = ['--input-type=module', '--eval', SCRIPT, folder, String(rounds)];
  return spawn(process.execPath, [...FLAGS, ...script], { stdio: ['ignore', 'pipe', 'inherit'] });
}

/** What it said, one answer a line: the first `count`, or all until it ended. */
export async function linesOf({ stdout }: Writer, count = Infinity): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of createInterface(stdout)) {
    lines.push(line);
    if (lines.length >= count) break;
  }
  return lines;
}

/** When the process is gone. */
export async function stopped(writer: ChildProcess): Promise<void> {
  if (writer.exitCode === null && writer.signalCode === null) await once(writer, 'exit');
}
