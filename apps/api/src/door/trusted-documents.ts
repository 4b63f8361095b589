import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { GraphQLError } from 'graphql';

/** Texts of documents by their SHA-256, as the build wrote them. */
type Manifest = ReadonlyMap<string, string>;

/** Of a request: what it names, and whether a browser sends it by a session. */
export type Naming = Readonly<{
  extensions: unknown;
  /** It carries a cookie: a page sends it, and a page of ours has nothing to ask but what it was built with. */
  isOfBrowser: boolean;
}>;

const UNKNOWN = {
  code: 'UNKNOWN_DOCUMENT',
  it: 'Nessun documento di questa versione ha questa impronta: ricaricare la pagina.',
  en: 'No document of this version has this hash: load the page again.',
};
const NOT_TRUSTED = {
  code: 'UNTRUSTED_DOCUMENT',
  it: 'Da un browser si mandano solo documenti fidati, per impronta; un programma usa un token.',
  en: 'A browser sends trusted documents only, by their hash; a program uses a token.',
};

/**
 * What browsers may ask: the documents that the build of the console wrote down, named by their
 * hash as in the persisted queries of Apollo (`extensions.persistedQuery.sha256Hash`), but never
 * added to by a client. Which document is run is settled before any of it is parsed.
 */
export class TrustedDocuments {
  #known: Manifest | null = null;

  /** `onlyThese`: a browser may send no other; `load` is asked when the first is named. */
  constructor(
    private readonly onlyThese: boolean,
    private readonly load: () => Manifest,
  ) {}

  /** The text that is named; null where none is named and a free one may be sent. @throws GraphQLError */
  textOf({ extensions, isOfBrowser }: Naming): string | null {
    const hash = hashIn(extensions);
    if (hash === undefined) {
      if (isOfBrowser && this.onlyThese) throw refused(NOT_TRUSTED);
      return null;
    }
    this.#known ??= this.load();
    const text = typeof hash === 'string' ? this.#known.get(hash) : undefined;
    if (text === undefined) throw refused(UNKNOWN);
    return text;
  }
}

interface Named {
  readonly persistedQuery?: { readonly sha256Hash?: unknown } | null;
}

/** Undefined where no document is named; null where its name cannot be read. */
function hashIn(extensions: unknown): unknown {
  const { persistedQuery } = (extensions ?? {}) as Named;
  return persistedQuery === undefined ? undefined : (persistedQuery?.sha256Hash ?? null);
}

function refused({ code, it, en }: typeof UNKNOWN): GraphQLError {
  return new GraphQLError(en, { extensions: { code, it, http: { status: 400 } } });
}

/** The manifest in a file: a JSON object of texts by their SHA-256. @throws Error where one is not its hash */
export function manifestIn(file: URL | string): Manifest {
  if (!existsSync(file)) return new Map(); // No console was built: no document is trusted.
  const texts = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>;
  const known = new Map(Object.entries(texts));
  for (const [hash, text] of known) {
    if (createHash('sha256').update(text).digest('hex') === hash) continue;
    throw new Error(`the manifest of trusted documents is damaged: ${hash} is not of its text`);
  }
  return known;
}
