import type { Authorizer } from '@tavolo/access';
import type { Sender } from '@tavolo/command';
import type { Moment, ReadModel } from '@tavolo/projection';
import type { MatterRule } from './declaration.js';
import { Reaches } from './reach.js';
import type { ReadingBook } from './reading-book.js';
import { Reader } from './reader.js';
import type { Secrets } from './reader.js';
import { without } from './standings.js';
import type { Stance, Standings } from './standings.js';

const KEPT = 500;

/** Whether somebody who does not sign in looks on: at a demo. */
export abstract class Openness {
  abstract readonly isReadByAll: boolean;
}

/**
 * Who asks, as they stand now: whatever moment they ask for, the policies and the mandates of
 * today say what they may read of it. What was found is kept until something happens or the day is
 * over.
 */
export class Readers {
  readonly #kept = new Map<string, Promise<Reader>>();
  #of = '';

  constructor(
    private readonly parts: Readonly<{
      readModel: ReadModel;
      book: ReadingBook;
      standings: Standings;
      authorizer: Authorizer;
      openness: Openness;
    }>,
  ) {}

  /** Null for who has not signed in. */
  of(sender: Sender | null): Promise<Reader> {
    const at = this.parts.readModel.now();
    const now = `${String(at.ordinal)} ${this.parts.standings.today()}`;
    if (now !== this.#of) this.#kept.clear();
    this.#of = now;
    const key = sender ? `${sender.person} ${sender.mandate ?? ''}` : '';
    const known = this.#kept.get(key);
    if (known) return known;
    if (this.#kept.size >= KEPT) this.#kept.clear();
    const made = this.#made(sender, at);
    this.#kept.set(key, made);
    made.catch(() => this.#kept.delete(key)); // What failed is tried again.
    return made;
  }

  async #made(sender: Sender | null, at: Moment): Promise<Reader> {
    const stances = sender ? await this.parts.standings.of(sender, at) : [this.#anybody()];
    const { authorizer, readModel, book } = this.parts;
    const reaches = new Reaches({ authorizer, readModel, places: book.places });
    return new Reader({
      stances,
      reachOf: (stance, action) => reaches.of(stance, action, at),
      secrets: () => this.secretsAt(at),
    });
  }

  #anybody(): Stance {
    const kind = this.parts.openness.isReadByAll ? 'spectator' : 'none';
    return { principal: { type: 'Anybody', id: kind }, standing: without(kind), mandate: null };
  }

  /** Documents that confidential matters name, now or then, with whose matter each is. */
  async secretDocuments(at: Moment = this.parts.readModel.now()): Promise<Secrets> {
    const secrets = await this.secretsAt(at);
    if (secrets.size === 0) return new Map();
    const found = await Promise.all(
      this.parts.book.matters.map((rule) => this.#about(rule, [...secrets.keys()], at)),
    );
    return new Map(
      found
        .flat()
        .flatMap(([id, what]) =>
          hashesOf(what).map((hash) => [hash, secrets.get(id) ?? []] as const),
        ),
    );
  }

  /** What is written of each matter: its row, those along with it, and its part of another. */
  async #about(
    { table, along, heldIn }: MatterRule,
    ids: readonly string[],
    at: Moment,
  ): Promise<readonly (readonly [string, unknown])[]> {
    const { readModel, book } = this.parts;
    const tables = [table, ...along.map((one) => one.table)];
    const read = await Promise.all(tables.map((one) => readModel.byIds<Row>(one, ids, at)));
    const rows = read.flatMap((those) => [...those.values()]);
    const own = rows.map((row) => [row.id, row] as const);
    const parts = heldIn && book.ofTable(heldIn.table).parts;
    if (!parts) return own;
    const holders = rows.map((row) => row[heldIn.field]).filter((id) => typeof id === 'string');
    const held = await readModel.byIds<Row>(heldIn.table, holders, at);
    const lists = [...held.values()].flatMap((row) => row[parts.field] as readonly Row[]);
    return [...own, ...lists.map((part) => [String(part[parts.matter]), part] as const)].filter(
      ([id]) => ids.includes(id),
    );
  }

  /** All that is confidential, with what is about it. */
  async secretsAt(at: Moment): Promise<Secrets> {
    const secrets = new Map<string, readonly string[]>();
    for (const rule of this.parts.book.matters) {
      for (const [id, whose] of await this.#secretsBy(rule, at)) secrets.set(id, whose);
    }
    return secrets;
  }

  async #secretsBy(
    rule: MatterRule,
    at: Moment,
  ): Promise<readonly (readonly [string, readonly string[]])[]> {
    const { readModel } = this.parts;
    const found = await readModel.where<Row>(rule.table, rule.flag, ['1'], at);
    const matters = new Map((found.get('1') ?? []).map((row) => [row.id, whoseOf(row, rule)]));
    if (matters.size === 0) return [];
    const about = rule.along.map(async ({ table, column }) => {
      const rows = await readModel.where<Row>(table, column, [...matters.keys()], at);
      return [...rows].flatMap(([matter, those]) =>
        those.map(({ id }) => [id, matters.get(matter) ?? []] as const),
      );
    });
    return [...matters, ...(await Promise.all(about)).flat()];
  }
}

function whoseOf(row: Row, { at }: MatterRule): readonly string[] {
  return at.map((field) => String(row[field]));
}

const SHA256 = /"([0-9a-f]{64})"/gu;

function hashesOf(row: unknown): readonly string[] {
  return [...JSON.stringify(row).matchAll(SHA256)].map(([, hash = '']) => hash);
}

type Row = Readonly<Record<string, unknown>> & { readonly id: string };
