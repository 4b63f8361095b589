import { Rehearsal } from '@tavolo/command';
import type { Sha256 } from '@tavolo/kernel';
import type { DocumentInfo, PrivateStore } from '@tavolo/private-store';

/** Documents of which a rehearsal supposes that they will have been uploaded. */
const supposed = new WeakMap<Rehearsal, Map<Sha256, DocumentInfo>>();

/** From now on in this rehearsal the document counts as uploaded. */
export function suppose(rehearsal: Rehearsal, document: DocumentInfo): void {
  const known = supposed.get(rehearsal) ?? new Map<Sha256, DocumentInfo>();
  supposed.set(rehearsal, known.set(document.sha256, document));
}

/** The store, in which a rehearsal finds what it supposes and into which it writes no text. */
export function rehearsing(store: PrivateStore): PrivateStore {
  const documents: PrivateStore['documents'] = async (hashes) => {
    const known = await store.documents(hashes);
    const rehearsal = Rehearsal.current;
    const more = rehearsal && supposed.get(rehearsal);
    if (!more) return known;
    const assumed = hashes.flatMap((hash) => {
      const document = more.get(hash);
      return document && !known.has(hash) ? [[hash, document] as const] : [];
    });
    return new Map([...known, ...assumed]);
  };
  const putText: PrivateStore['putText'] = (key, text) =>
    Rehearsal.current ? Promise.resolve('rehearsed') : store.putText(key, text);
  return new Proxy(store, {
    get(target, name) {
      if (name === 'documents') return documents;
      if (name === 'putText') return putText;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
