import { randomBytes } from 'node:crypto';
import type { PersonRef, Sha256 } from '@tavolo/kernel';
import { Fingerprint } from '../fingerprint.js';
import { PrivateStore, UnusablePrivateStore } from '../private-store.js';
import type { AccountBinding, CalendarLink, DocumentInfo } from '../private-store.js';
import type { HeldAccount, KeptTrace } from '../private-store.js';
import type { ReadingTrace, TraceQuery } from '../private-store.js';
import { newTextReference } from '../text-reference.js';

const SECRET_BYTES = 32;

/** Keeps everything until the process ends. For tests. */
export class MemoryPrivateStore extends PrivateStore {
  readonly #names = new Map<PersonRef, string>();
  readonly #texts = new Map<string, string>();
  readonly #references = new Map<string, string>();
  readonly #documents = new Map<Sha256, DocumentInfo>();
  readonly #bytes = new Map<Sha256, Uint8Array>();
  readonly #secrets = new Map<string, readonly string[]>();
  readonly #links = new Map<string, CalendarLink>();
  readonly #accounts = new Map<string, HeldAccount>();
  readonly #traces: KeptTrace[] = [];
  #instanceId: string | null = null;

  putName(person: PersonRef, name: string): Promise<void> {
    this.#names.set(person, name);
    return Promise.resolve();
  }

  names(people: readonly PersonRef[]): Promise<ReadonlyMap<PersonRef, string>> {
    return Promise.resolve(only(this.#names, people));
  }

  putText(key: string, text: string): Promise<string> {
    const identity = JSON.stringify([key, text]);
    const known = this.#references.get(identity);
    if (known !== undefined) return Promise.resolve(known);
    const { ref } = newTextReference(text);
    this.#references.set(identity, ref);
    this.#texts.set(ref, text);
    return Promise.resolve(ref);
  }

  texts(refs: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return Promise.resolve(only(this.#texts, refs));
  }

  async putDocument(
    content: AsyncIterable<Uint8Array>,
    { mediaType, maxBytes }: { readonly mediaType: string; readonly maxBytes: number },
  ): Promise<DocumentInfo> {
    const fingerprint = new Fingerprint();
    // Copied, for whoever streams may use its buffer again.
    const chunks = await Array.fromAsync(fingerprint.of(content, maxBytes), (chunk) =>
      Uint8Array.from(chunk),
    );
    const sha256 = fingerprint.sha256();
    const known = this.#documents.get(sha256);
    if (known) return known;
    const document = { sha256, bytes: fingerprint.bytes, mediaType };
    this.#documents.set(sha256, document);
    this.#bytes.set(sha256, Buffer.concat(chunks));
    return document;
  }

  documents(hashes: readonly Sha256[]): Promise<ReadonlyMap<Sha256, DocumentInfo>> {
    return Promise.resolve(only(this.#documents, hashes));
  }

  readDocument(sha256: Sha256): Promise<AsyncIterable<Uint8Array> | null> {
    const bytes = this.#bytes.get(sha256);
    return Promise.resolve(bytes ? once(bytes) : null);
  }

  addCalendarLink(link: CalendarLink): Promise<boolean> {
    const isKnown = [...this.#links.values()].some(
      ({ id, tokenSha256 }) => id === link.id || tokenSha256 === link.tokenSha256,
    );
    if (!isKnown) this.#links.set(link.id, link);
    return Promise.resolve(!isKnown);
  }

  calendarLinks(person: PersonRef): Promise<readonly CalendarLink[]> {
    const own = [...this.#links.values()].filter((link) => link.person === person);
    return Promise.resolve(
      own.sort((one, other) => placeOf(one).localeCompare(placeOf(other), 'en')),
    );
  }

  calendarLinkBy(tokenSha256: Sha256): Promise<CalendarLink | null> {
    const links = [...this.#links.values()];
    return Promise.resolve(links.find((link) => link.tokenSha256 === tokenSha256) ?? null);
  }

  removeCalendarLink(person: PersonRef, id: string): Promise<boolean> {
    const isOwn = this.#links.get(id)?.person === person;
    return Promise.resolve(isOwn && this.#links.delete(id));
  }

  async bindAccount({ account, isFirst, ...to }: AccountBinding): Promise<HeldAccount | null> {
    const holder = this.#accounts.get(account);
    if (holder !== undefined) return holder;
    if (isFirst && this.#has(to)) return null;
    this.#accounts.set(account, to);
    return await Promise.resolve(to);
  }

  moveAccount(from: string, to: string): Promise<void> {
    const holder = this.#accounts.get(from);
    this.#accounts.delete(from);
    if (holder !== undefined && !this.#accounts.has(to)) this.#accounts.set(to, holder);
    return Promise.resolve();
  }

  accountHolder(account: string): Promise<HeldAccount | null> {
    return Promise.resolve(this.#accounts.get(account) ?? null);
  }

  hasAccount(held: HeldAccount): Promise<boolean> {
    return Promise.resolve(this.#has(held));
  }

  #has({ person, generation }: HeldAccount): boolean {
    const all = [...this.#accounts.values()];
    return all.some((one) => one.person === person && one.generation >= generation);
  }

  keepTraces(traces: readonly ReadingTrace[]): Promise<void> {
    for (const trace of traces) this.#traces.push({ ...trace, n: this.#traces.length + 1 });
    return Promise.resolve();
  }

  traces({ before, first, ...asked }: TraceQuery) {
    const found = this.#traces.filter((trace) => isAsked(trace, asked)).reverse();
    const traces = found.filter(({ n }) => before === undefined || n < before).slice(0, first);
    return Promise.resolve({ traces, total: found.length });
  }

  instanceId(): Promise<string | null> {
    return Promise.resolve(this.#instanceId);
  }

  bindTo(instanceId: string): Promise<void> {
    return Promise.try(() => {
      this.#instanceId ??= instanceId;
      if (this.#instanceId === instanceId) return;
      throw new UnusablePrivateStore('the private store belongs to another instance');
    });
  }

  async secret(name: string): Promise<string> {
    return (await this.secrets(name)).at(-1) ?? '';
  }

  secrets(name: string): Promise<readonly [string, ...string[]]> {
    const made = () => randomBytes(SECRET_BYTES).toString('hex');
    const [newest = made(), ...before] = this.#secrets.get(name) ?? [];
    this.#secrets.set(name, [newest, ...before]);
    return Promise.resolve([newest, ...before]);
  }

  async renewSecret(name: string): Promise<void> {
    const before = await this.secrets(name);
    this.#secrets.set(name, [randomBytes(SECRET_BYTES).toString('hex'), ...before]);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

function isAsked(
  { at, ...trace }: KeptTrace,
  { object, person, since, until, within }: Omit<TraceQuery, 'before' | 'first'>,
): boolean {
  if (![undefined, trace.object].includes(object)) return false;
  if (![undefined, trace.person].includes(person)) return false;
  if (at < (since ?? at) || (until !== undefined && at >= until)) return false;
  if (!within || trace.person === within.own) return true;
  return trace.scope !== null && within.scopes.includes(trace.scope);
}

function placeOf({ createdAt, id }: CalendarLink): string {
  return `${createdAt} ${id}`;
}

function only<K, V>(all: ReadonlyMap<K, V>, keys: readonly K[]): ReadonlyMap<K, V> {
  const known = keys.filter((key) => all.has(key));
  return new Map(known.map((key) => [key, all.get(key) as V]));
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  // A copy: what is given out can be written to, what is kept must not change.
  yield await Promise.resolve(Uint8Array.from(bytes));
}
