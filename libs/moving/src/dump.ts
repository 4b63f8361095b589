import { createHash } from 'node:crypto';
import type { EventReader, JsonObject, Meta, Uuid } from '@tavolo/event-store';
import { canonicalJson } from '@tavolo/kernel';
import { linesIn, NoText } from './lines.js';
import { nameOfLog } from './log-name.js';
import type { NameOfLog } from './log-name.js';
import { FingerprintOf, fingerprintOf, lineOf } from './logged-event.js';
import type { Fingerprint, LoggedEvent, ReadableLog } from './logged-event.js';

const FORMAT = 'tavolo.log';
/** 1 did not name the log. */
const VERSION = 2;

/** The file is no whole dump; `line` is where it shows, from 1. Nothing was loaded. */
export class DamagedDump extends Error {
  constructor(
    readonly line: number,
    what: string,
  ) {
    super(`Line ${String(line)} of the dump ${what}. Nothing of it was loaded: take another copy.`);
  }
}

type Header = Readonly<{
  format: string;
  version: number;
  events: number;
  log?: string | null | undefined;
}>;

type Dumping = Readonly<{
  nameOf: NameOfLog;
  onProgress?: (done: number, total: number) => void;
}>;

/** What a dump was found to hold. */
export type Checked = Fingerprint & Readonly<{ log: string | null }>;

/**
 * The portable dump of a log, line by line: a header with format, version, count and the name
 * of the log; each event as `{"event":…,"sha256":…}` in the order of the log, without its position;
 * last the fingerprint of them all. Canonical JSON throughout, so that one log is one dump wherever it lies. It ends with
 * the last event of the moment in which it began. @throws BrokenLog
 */
export async function* dumpOf(
  log: Pick<EventReader, 'readAll'>,
  { nameOf, onProgress }: Dumping,
): AsyncGenerator<string> {
  const { events: total } = await fingerprintOf(log);
  const name = await nameOfLog(log, nameOf);
  const header = { format: FORMAT, version: VERSION, events: total, log: name } satisfies Header;
  yield canonicalJson(header);
  const all = new FingerprintOf();
  for await (const event of log.readAll({ max: total })) {
    const line = lineOf(event);
    all.add(event, line);
    yield `{"event":${line},"sha256":"${hashOf(line)}"}`;
    onProgress?.(all.events, total);
  }
  yield canonicalJson(all.done());
}

/** A dump in a file, to be read as a log. */
export class DumpFile implements ReadableLog {
  constructor(
    private readonly path: string,
    private readonly nameOf: NameOfLog,
  ) {}

  /** Reads all of it: before anything is loaded, its last line is known to be right. @throws DamagedDump | BrokenLog */
  async check(): Promise<Checked> {
    const all = new FingerprintOf();
    let log: string | null = null;
    for await (const event of this.readAll()) {
      if (all.events === 0) log = this.nameOf(event);
      all.add(event, lineOf(event));
    }
    return { ...all.done(), log };
  }

  /** Event by event, each of them proven. @throws DamagedDump | BrokenLog */
  async *readAll(): AsyncGenerator<LoggedEvent> {
    let number = 0;
    let header: Header | null = null;
    let footer: Fingerprint | null = null;
    const all = new FingerprintOf();
    for await (const text of this.#lines()) {
      number += 1;
      if (footer) throw new DamagedDump(number, 'comes after its last one');
      const value = valueOf(text, number);
      if (header === null) {
        header = headerOf(value);
        continue;
      }
      footer = footerOf(value);
      if (footer) continue;
      const { event, line } = eventOf(value, number);
      if (all.events === 0) mustBeNamed(header, this.nameOf(event));
      all.add(event, line);
      yield event;
    }
    mustBeWhole({ header, footer, found: all.done(), lines: number });
  }

  async *#lines(): AsyncGenerator<string> {
    try {
      yield* linesIn(this.path);
    } catch (error) {
      if (error instanceof NoText) throw new DamagedDump(error.line, 'is no text in UTF-8');
      throw error;
    }
  }
}

type Value = Readonly<Record<string, unknown>>;

/** What is not written as a dump writes it was changed by something. */
function valueOf(text: string, line: number): Value {
  try {
    const value: unknown = JSON.parse(text);
    if (isRecord(value) && canonicalJson(value) === text) return value;
  } catch {
    // Said below.
  }
  throw new DamagedDump(line, 'is no JSON object as a dump writes it');
}

function headerOf(value: Value): Header {
  const { format, version, events, log } = value;
  if (format !== FORMAT || typeof version !== 'number' || typeof events !== 'number') {
    throw new DamagedDump(1, 'does not say that this is a dump of a log of Tavolo');
  }
  if (version <= VERSION) return { format, version, events, log: log as Header['log'] };
  throw new DamagedDump(
    1,
    `says version ${String(version)}, and this Tavolo knows ${String(VERSION)}: load it with a newer one`,
  );
}

/** A header that names another log than the one below it was put there by somebody. */
function mustBeNamed({ log }: Header, name: string | null): void {
  if (log === undefined || log === name) return;
  throw new DamagedDump(1, `names the log ${String(log)}, and its events are of ${String(name)}`);
}

function footerOf({ event, events, sha256 }: Value): Fingerprint | null {
  const isFooter = event === undefined && typeof events === 'number' && typeof sha256 === 'string';
  return isFooter ? { events, sha256 } : null;
}

function eventOf(value: Value, line: number): Readonly<{ event: LoggedEvent; line: string }> {
  const { event, sha256 } = value;
  const text = isRecord(event) ? canonicalJson(event) : '';
  if (!isRecord(event) || hashOf(text) !== sha256) {
    throw new DamagedDump(line, 'is damaged: its event is not the one that its hash was made of');
  }
  const { data, id, meta, revision, schema, stream, type } = event;
  const parts = { id: id as Uuid, type: String(type), schema: Number(schema) };
  const content = { data: data as JsonObject, meta: meta as Meta };
  const read = { ...parts, ...content, stream: String(stream), revision: Number(revision) };
  if (lineOf(read) === text) return { event: read, line: text };
  throw new DamagedDump(line, 'holds no event of a log of Tavolo');
}

type Read = Readonly<{
  header: Header | null;
  footer: Fingerprint | null;
  found: Fingerprint;
  lines: number;
}>;

function mustBeWhole({ header, footer, found, lines }: Read): void {
  if (header && footer && footer.events === header.events && isSame(footer, found)) return;
  if (header && footer) {
    throw new DamagedDump(
      lines,
      'does not fit what stands before it: lines are missing or changed',
    );
  }
  const { events } = header ?? { events: 0 };
  throw new DamagedDump(
    lines + 1,
    `is missing: the file was cut off after ${String(found.events)} of ${String(events)} events`,
  );
}

const isSame = (one: Fingerprint, other: Fingerprint) =>
  one.events === other.events && one.sha256 === other.sha256;

const hashOf = (line: string) => createHash('sha256').update(line).digest('hex');

function isRecord(value: unknown): value is Value {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
