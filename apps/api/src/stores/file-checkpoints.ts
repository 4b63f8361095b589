import { readFile, rename, writeFile } from 'node:fs/promises';
import type { Instance } from '@tavolo/command';
import type { EventStore, Position } from '@tavolo/event-store';
import { Checkpoints } from '@tavolo/process';

type Log = Readonly<{ store: Pick<EventStore, 'head'>; instance: Instance }>;

/**
 * Checkpoints of the process managers in a small file. Losing it costs a reading of the log; so
 * it is as if it were not there when it makes no sense or is another instance's, and so is a
 * checkpoint ahead of the log, as a log restored from an older copy leaves it.
 */
export class FileCheckpoints extends Checkpoints {
  readonly #file: string;
  readonly #log: Log;
  #reading: Promise<Map<string, Position>> | null = null;
  #writing: Promise<void> = Promise.resolve();

  constructor(file: string, log: Log) {
    super();
    this.#file = file;
    this.#log = log;
  }

  async get(name: string): Promise<Position | null> {
    return (await this.#positions()).get(name) ?? null;
  }

  async put(name: string, position: Position): Promise<void> {
    (await this.#positions()).set(name, position);
    const write = () => this.#write();
    this.#writing = this.#writing.then(write, write);
    await this.#writing;
  }

  /** Read once, when it is first asked for: before anything is appended by a process. */
  #positions(): Promise<Map<string, Position>> {
    this.#reading ??= this.#read();
    return this.#reading;
  }

  async #read(): Promise<Map<string, Position>> {
    const head = await this.#log.store.head();
    const kept = await keptIn(this.#file);
    if (kept.instance !== this.#log.instance.facts.id || !isRecord(kept.positions)) {
      return new Map();
    }
    return new Map(
      Object.entries(kept.positions).filter(
        (entry): entry is [string, Position] => typeof entry[1] === 'string' && entry[1] <= head,
      ),
    );
  }

  async #write(): Promise<void> {
    const positions = Object.fromEntries(await this.#positions());
    const draft = `${this.#file}.new`;
    await writeFile(draft, JSON.stringify({ instance: this.#log.instance.facts.id, positions }));
    await rename(draft, this.#file);
  }
}

async function keptIn(file: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    const kept: unknown = JSON.parse(await readFile(file, 'utf8'));
    return isRecord(kept) ? kept : {};
  } catch {
    return {};
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
