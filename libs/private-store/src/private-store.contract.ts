import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { PersonRef, Sha256 } from '@tavolo/kernel';
import { describeAccounts } from './accounts.contract.js';
import { describeCalendarLinks } from './calendar-links.contract.js';
import { describeReadingTraces } from './reading-traces.contract.js';
import fc from 'fast-check';
import { DocumentTooLarge, UnusablePrivateStore } from './private-store.js';
import type { PrivateStore } from './private-store.js';

const [ada, bo, eve] = [1, 2, 3].map((n) => personOf(n)) as [PersonRef, PersonRef, PersonRef];
const unknown = 'f'.repeat(64) as Sha256;
const pdf = { mediaType: 'application/pdf', maxBytes: 1_000_000 };
const REFERENCE =
  /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}:[0-9a-f]{64}$/;

type Open = () => Promise<PrivateStore>;

/** What every adapter of the private store keeps. `open` gives an empty store each time. */
export function describePrivateStoreContract(open: Open): void {
  describeNames(open);
  describeTexts(open);
  describeDocuments(open);
  describeRefusedDocuments(open);
  describeAccounts(open);
  describeSecrets(open);
  describeBinding(open);
  describeCalendarLinks(open);
  describeReadingTraces(open);

  it('is closed once, and again without harm', async () => {
    const store = await open();
    await store.close();
    await expect(store.close()).resolves.toBeUndefined();
  });
}

function describeNames(open: Open): void {
  describe('names', () => {
    it('are found by their references, in one look-up, and the last one given stands', async () => {
      const store = await open();
      await store.putName(ada, 'Ada Rossi');
      await store.putName(bo, 'Bo Bianchi');
      await store.putName(ada, 'Ada Rossi Verdi');
      const found = await store.names([eve, bo, ada, ada]);
      expect(Object.fromEntries(found)).toStrictEqual({
        [ada]: 'Ada Rossi Verdi',
        [bo]: 'Bo Bianchi',
      });
    });

    it('are found for a page of any length, and for none', async () => {
      const store = await open();
      const people = Array.from({ length: 2_000 }, (_, n) => personOf(n + 10));
      await store.putName(people[1_999] ?? ada, 'last');
      expect([...(await store.names(people)).values()]).toStrictEqual(['last']);
      expect((await store.names([])).size).toBe(0);
    });
  });
}

function describeTexts(open: Open): void {
  describe('texts', () => {
    it('get one reference for one command, however often it is sent', async () => {
      const store = await open();
      const ref = await store.putText('ada 1 reason', 'Perché sì.');
      expect(ref).toMatch(REFERENCE);
      expect(await store.putText('ada 1 reason', 'Perché sì.')).toBe(ref);
      expect(await store.texts([ref])).toStrictEqual(new Map([[ref, 'Perché sì.']]));
    });

    it('tell nothing by their references: the same text of two commands has two hashes', async () => {
      const store = await open();
      const [one, two] = [await store.putText('ada 1', 'sì'), await store.putText('ada 2', 'sì')];
      expect(one.split(':')[1]).not.toBe(two.split(':')[1]);
      expect(one).not.toContain(hashOf(Buffer.from('sì')));
    });

    it('are never swapped: another text of the same command leaves the first as it was', async () => {
      const store = await open();
      const first = await store.putText('ada 1', 'before');
      const second = await store.putText('ada 1', 'after');
      expect([...(await store.texts([first, second])).values()].sort()).toStrictEqual([
        'after',
        'before',
      ]);
    });

    it('come back letter by letter; what is not known is absent', async () => {
      const store = await open();
      const texts = fc.array(fc.string({ unit: 'binary', maxLength: 200 }), { maxLength: 5 });
      await fc.assert(
        fc.asyncProperty(texts, async (all) => {
          const refs = await Promise.all(all.map((text, n) => store.putText(String(n), text)));
          const found = await store.texts(['no such reference', ...refs]);
          expect(refs.map((ref) => found.get(ref))).toStrictEqual(all);
          expect(found.has('no such reference')).toBe(false);
        }),
        { numRuns: 30, examples: [[['a\0b', '']]] },
      );
    });
  });
}

function describeDocuments(open: Open): void {
  describe('documents', () => {
    it('are known and read by the hash of their bytes', async () => {
      const store = await open();
      const document = await store.putDocument(streamOf('one ', '', 'two'), pdf);
      const sha256 = hashOf(Buffer.from('one two'));
      expect(document).toStrictEqual({ sha256, bytes: 7, mediaType: 'application/pdf' });
      expect(await store.documents([sha256, unknown])).toStrictEqual(new Map([[sha256, document]]));
      expect(await textOf(store, sha256)).toBe('one two');
      expect(await textOf(store, sha256)).toBe('one two');
    });

    it('are not there when nobody stored them', async () => {
      const store = await open();
      expect(await store.readDocument(unknown)).toBeNull();
      expect((await store.documents([unknown])).size).toBe(0);
      expect((await store.documents([])).size).toBe(0);
    });

    it('are one when their bytes are the same; its first media type stands', async () => {
      const store = await open();
      const all = await Promise.all([
        store.putDocument(streamOf('same'), pdf),
        store.putDocument(streamOf('sa', 'me'), pdf),
        store.putDocument(streamOf('s', 'ame'), pdf),
      ]);
      const later = await store.putDocument(streamOf('same'), { ...pdf, mediaType: 'text/plain' });
      expect(new Set([...all, later].map((each) => JSON.stringify(each))).size).toBe(1);
      expect(later.mediaType).toBe('application/pdf');
      expect(await textOf(store, later.sha256)).toBe('same');
    });

    it('do not change with the buffer they came from', async () => {
      const store = await open();
      const buffer = Buffer.from('before');
      const { sha256 } = await store.putDocument(streamOf(buffer), pdf);
      buffer.write('after!');
      expect(await textOf(store, sha256)).toBe('before');
    });

    it('come back byte by byte, however they were cut', async () => {
      const store = await open();
      const cuts = fc.array(fc.uint8Array({ maxLength: 70_000, size: 'max' }), { maxLength: 4 });
      await fc.assert(
        fc.asyncProperty(cuts, async (chunks) => {
          const { sha256, bytes } = await store.putDocument(streamOf(...chunks), pdf);
          const whole = Buffer.concat(chunks);
          expect([sha256, bytes]).toStrictEqual([hashOf(whole), whole.length]);
          expect(hashOf(await bytesOf(store, sha256))).toBe(sha256);
        }),
        { numRuns: 20, examples: [[[]]] },
      );
    });
  });
}

function describeRefusedDocuments(open: Open): void {
  describe('documents that are refused', () => {
    it('are refused past the limit, not a byte before it', async () => {
      const store = await open();
      const put = (maxBytes: number) =>
        store.putDocument(streamOf('1234', '5678'), { ...pdf, maxBytes });
      await expect(put(7)).rejects.toThrow(DocumentTooLarge);
      expect(await store.readDocument(hashOf(Buffer.from('12345678')))).toBeNull();
      expect((await put(8)).bytes).toBe(8);
    });

    it('leave nothing when their stream breaks off', async () => {
      const store = await open();
      await expect(store.putDocument(brokenAfter('half'), pdf)).rejects.toThrow('broken');
      expect(await store.readDocument(hashOf(Buffer.from('half')))).toBeNull();
    });
  });
}

function describeSecrets(open: Open): void {
  describe('secrets', () => {
    it('are made at their first use, one for each name, and stay', async () => {
      const store = await open();
      const secret = await store.secret('taxCode');
      expect(secret).toMatch(/^[0-9a-f]{64}$/);
      expect(await store.secret('taxCode')).toBe(secret);
      expect(await store.secret('other')).not.toBe(secret);
      expect(await (await open()).secret('taxCode')).not.toBe(secret);
    });

    it('are renewed, and those of before stay: the newest is the first of them', async () => {
      const store = await open();
      const [first] = await store.secrets('accounts');
      const other = await store.secret('accounts2');
      for (let n = 0; n < 10; n += 1) await store.renewSecret('accounts');
      const all = await store.secrets('accounts');
      expect([all.length, new Set(all).size, all.at(-1)]).toStrictEqual([11, 11, first]);
      await store.renewSecret('accounts');
      expect((await store.secrets('accounts')).slice(1)).toStrictEqual(all);
      expect(await store.secrets('accounts2')).toStrictEqual([other]);
      await store.renewSecret('unused');
      expect(await store.secrets('unused')).toHaveLength(2);
    });
  });
}

function describeBinding(open: Open): void {
  describe('the instance it belongs to', () => {
    it('is nobody until it is bound, then that one for ever', async () => {
      const store = await open();
      expect(await store.instanceId()).toBeNull();
      await store.bindTo('one');
      await store.bindTo('one');
      await expect(store.bindTo('other')).rejects.toThrow(UnusablePrivateStore);
      expect(await store.instanceId()).toBe('one');
    });
  });
}

/** The bytes of a document, as they are read. */
export async function bytesOf(store: PrivateStore, sha256: Sha256): Promise<Buffer> {
  const content = await store.readDocument(sha256);
  if (!content) throw new Error(`no document ${sha256}`);
  return Buffer.concat(await Array.fromAsync(content));
}

/** A stream of these chunks, one after another. */
export async function* streamOf(...chunks: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) {
    yield await Promise.resolve(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  }
}

/** SHA-256 in hexadecimal, as the store names a document. */
export function hashOf(bytes: Uint8Array): Sha256 {
  return createHash('sha256').update(bytes).digest('hex') as Sha256;
}

async function textOf(store: PrivateStore, sha256: Sha256): Promise<string> {
  return (await bytesOf(store, sha256)).toString();
}

async function* brokenAfter(text: string): AsyncGenerator<Uint8Array> {
  yield* streamOf(text);
  throw new Error('broken');
}

function personOf(n: number): PersonRef {
  return `person-00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as PersonRef;
}
