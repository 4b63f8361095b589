import type { Policies } from '@tavolo/access';
import { dayOf } from '@tavolo/command';
import type { Instance } from '@tavolo/command';
import type { Instant, MandateRef, PersonRef, Sha256 } from '@tavolo/kernel';
import type { AnyTable, Moment, ReadModel } from '@tavolo/projection';
import { actionOf } from './fields.js';
import { isShown } from './policy-reading.js';
import { isWithin, Reaches } from './reach.js';
import { Reader } from './reader.js';
import type { Secrets } from './reader.js';
import type { ReadingBook } from './reading-book.js';
import type { Readers } from './readers.js';
import type { Standings } from './standings.js';

/** Whose sight is asked for, and of which instant. */
export type Looking = Readonly<{ person: PersonRef; at: Instant }>;

/** An object, what the schema calls it, and documents that are named beside it. */
export type LookedAt = Readonly<{
  table: AnyTable;
  id: string;
  type: string;
  documents: readonly string[];
}>;

/** What somebody was allowed to see of an object at a moment of the past. */
export type Sight = Readonly<{
  /** The moment that it is of. */
  moment: Moment;
  /** Of the policies that were active then. */
  policyHash: Sha256;
  /** What they held on that day. */
  mandates: readonly MandateRef[];
  /** The object was there for them. */
  shown: boolean;
  /** It was confidential. */
  confidential: boolean;
  /** Under which mandate they could read what is confidential; null where it was not, or under none. */
  grantedBy: MandateRef | null;
  /** Fields that were kept from them. */
  keptFields: readonly string[];
  documents: readonly SightedDocument[];
}>;

/** A document, whether a confidential matter named it then, and whether it was theirs to read. */
export type SightedDocument = Readonly<{ sha256: string; confidential: boolean; shown: boolean }>;

type Row = Readonly<Record<string, unknown>> & { readonly id: string };
type Then = Readonly<{ reader: Reader; secrets: Secrets; moment: Moment }>;

/**
 * What somebody was allowed to see at a moment of the past: by the policies that were active, the
 * mandates and the facts of then. Whoever asks for it reads it by the policies of today, which is
 * for the caller to see to.
 */
export class PastReading {
  constructor(
    private readonly parts: Readonly<{
      readModel: ReadModel;
      book: ReadingBook;
      readers: Readers;
      standings: Standings;
      policies: Policies;
      instance: Instance;
    }>,
  ) {}

  /** The moment that held at an instant: everything that had been recorded by then. */
  momentOf(at: Instant): Promise<Moment> {
    return this.parts.readModel.momentAt(at);
  }

  async sightOf({ person, at }: Looking, what: LookedAt): Promise<Sight> {
    const { readModel, book, readers, standings, policies, instance } = this.parts;
    const moment = await this.momentOf(at);
    const { authorizer, book: words } = await policies.at(at);
    const on = { day: dayOf(at, instance.facts.zone), upTo: moment.position };
    const stances = await standings.of({ person, mandate: null }, moment, on);
    const reaches = new Reaches({ authorizer, readModel, places: book.places });
    const secrets = await readers.secretsAt(moment);
    const reader = new Reader({
      stances,
      reachOf: (stance, action) => reaches.of(stance, action, moment),
      secrets: () => Promise.resolve(secrets),
    });
    return {
      ...{ moment, policyHash: words.hash },
      mandates: stances.flatMap(({ mandate }) => mandate ?? []),
      ...(await this.#ofObject({ reader, secrets, moment }, what)),
      documents: await this.#ofDocuments({ reader, secrets, moment }, what),
    };
  }

  async #ofObject({ reader, secrets, moment }: Then, { table, id, type }: LookedAt) {
    const { readModel, book } = this.parts;
    const rule = book.ofTable(table);
    const row = (await readModel.byIds<Row>(table, [id], moment)).get(id);
    const [reach, hidden] = [await reader.reach(rule.action), await reader.hidden(false)];
    const isThere = row !== undefined && isShown(rule, row, { reach, hidden });
    const whose = secrets.get(id);
    const grant = whose ? await reader.grantFor(whose, false) : null;
    const { at = ['id'], ...typeRule } = book.types.get(type) ?? {};
    const kept = book.fieldsOf(type).map(async (field) => {
      const action = actionOf(typeRule, field);
      if (!isThere) return [field];
      if (!action) return [];
      const scopes = at.map((one) => row[one]);
      return isWithin(await reader.reach(action), scopes) ? [] : [field];
    });
    return {
      ...{ shown: isThere, confidential: whose !== undefined, grantedBy: grant?.mandate ?? null },
      keptFields: (await Promise.all(kept)).flat(),
    };
  }

  /** Whoever signed in is given a document, unless a confidential matter names it. */
  async #ofDocuments(
    { reader, moment }: Then,
    { documents }: LookedAt,
  ): Promise<readonly SightedDocument[]> {
    const secrets = await this.parts.readers.secretDocuments(moment);
    const found = documents.map(async (sha256) => {
      const whose = secrets.get(sha256);
      const shown = !whose || (await reader.grantFor(whose, false)) !== null;
      return { sha256, confidential: whose !== undefined, shown };
    });
    return await Promise.all(found);
  }
}
