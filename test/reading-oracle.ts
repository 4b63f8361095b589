import { Authorizer, kindOf, levelScope, Realm, standingOf, subjectOf } from '@tavolo/access';
import type { Question, ReadAction, Role, Surroundings } from '@tavolo/access';
import { Clock, dayOf, Instance, Mandates } from '@tavolo/command';
import type { Mandate } from '@tavolo/command';
import type { MandateRef, PersonRef } from '@tavolo/kernel';
import { ReadModel } from '@tavolo/projection';
import type { AnyTable } from '@tavolo/projection';
import { alone, ReadingBook } from '@tavolo/reading';
import { capacityTable } from '@tavolo/waiting';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { plainlyAllowed } from '../libs/access/test/plain-rules.js';
import { projections } from '../apps/api/src/stores/projections.js';

export type Row = Readonly<Record<string, unknown>> & { readonly id: string };

/** Roles that open the plan of a network. */
const withDossier: readonly Role[] = ['lead', 'member', 'concerned', 'coordinator'];

/**
 * Says of a single object whether somebody may read it, the long way: on facts from the streams,
 * as for a command, with the whole chain of what lies above; by the policies and by the rules
 * written by hand. It shares nothing with how a list is cut but the policies.
 */
export class ReadingOracle {
  readonly #around = new Map<string, Promise<Surroundings | null>>();
  readonly #realm: Realm;
  readonly #authorizer: Authorizer;
  readonly readModel: ReadModel;
  readonly #mandates: Mandates;

  constructor(private readonly app: NestFastifyApplication) {
    this.#realm = app.get(Realm);
    this.#authorizer = app.get(Authorizer);
    this.readModel = app.get(ReadModel);
    this.#mandates = app.get(Mandates);
  }

  /** Everybody who holds a mandate, and somebody who holds none. */
  async people(): Promise<readonly PersonRef[]> {
    const rows = await this.rowsOf(capacityTable);
    const people = rows
      .map(({ holder }) => String(holder))
      .filter((id) => id.startsWith('person-'));
    return [...new Set([...people, 'person-00000000-0000-4000-8000-0000000000ff'])] as PersonRef[];
  }

  /** Those whose mandates are all past or still to come. */
  async lapsed(): Promise<readonly PersonRef[]> {
    const people = (await this.people()).filter((person) => !person.endsWith('ff'));
    const held = await Promise.all(people.map((person) => this.mandatesOf(person)));
    return people.filter((_, n) => held[n]?.length === 0);
  }

  async rowsOf(table: AnyTable): Promise<readonly Row[]> {
    const page = await this.readModel.page(table, { first: 100_000 }, this.readModel.now());
    return page.rows.map(({ row }) => row as Row);
  }

  table(name: string): AnyTable {
    const found = projections.flatMap(({ tables }) => tables).find((one) => one.name === name);
    if (!found) throw new Error(`there is no table ${name}`);
    return found;
  }

  /** Those of today. */
  async mandatesOf(person: PersonRef): Promise<readonly Mandate[]> {
    const rows = (await this.rowsOf(capacityTable)).filter(({ holder }) => holder === person);
    const named = rows.map(({ mandate }) => mandate as MandateRef | null);
    const refs = [...new Set(named.filter((ref) => ref !== null))];
    const found = await Promise.all(refs.map((ref) => this.#mandates.find(ref)));
    const today = dayOf(this.app.get(Clock).now(), this.app.get(Instance).facts.zone);
    return found
      .filter((each) => each !== null)
      .filter(({ from, until }) => from <= today && (until === null || today <= until));
  }

  /** Whether a row is somebody's to read, by any of their mandates. */
  async mayReadRow(
    person: PersonRef,
    mandates: readonly Mandate[],
    { table, row }: Readonly<{ table: AnyTable; row: Row }>,
  ): Promise<boolean> {
    const { action, at, published } = this.app.get(ReadingBook).ofTable(table);
    if (published !== undefined && row[published] === true) return true;
    for (const field of at) {
      const scope = row[field];
      if (typeof scope !== 'string') continue;
      if (await this.may(person, mandates, { action, scope })) return true;
    }
    return false;
  }

  /** Whether the policies answer it, and the rules by hand the same. @throws Error where they differ */
  async may(
    person: PersonRef,
    mandates: readonly Mandate[],
    asked: Readonly<{ action: ReadAction; scope: string }>,
  ): Promise<boolean> {
    const plain: Question = {
      ...{ principal: { type: 'Person', id: person }, action: asked.action },
      resource: { id: asked.scope, above: [] },
      standing: { mandate: 'none', forOneself: false, at: { self: [person] } },
    };
    const questions = await Promise.all(mandates.map((mandate) => this.#question(mandate, asked)));
    return [plain, ...questions].some((question) => this.#allowed(question));
  }

  #allowed(question: Question): boolean {
    const { allowed } = this.#authorizer.decide(question);
    if (allowed !== plainlyAllowed(question)) {
      throw new Error(`decided otherwise: ${JSON.stringify(question)}`);
    }
    return allowed;
  }

  async #question(
    mandate: Mandate,
    { action, scope }: Readonly<{ action: ReadAction; scope: string }>,
  ): Promise<Question> {
    const around = (await this.#surroundings(scope)) ?? {
      slice: { id: scope, above: [] },
      places: new Map(),
    };
    const { organisation } = mandate;
    const acts = organisation === null ? null : await this.#realm.place(organisation);
    const { standing } = standingOf(mandate, around, { forOneself: false, acts });
    const concerned = [...(await this.#setOver(mandate)), ...(await this.#dossiers(mandate))];
    const { id, above } = around.slice;
    return {
      ...{ principal: subjectOf(mandate), action },
      resource: { id, above: [...above, alone(id)] },
      standing: { ...standing, mandate: kindOf(mandate), at: { ...standing.at, concerned } },
    };
  }

  #surroundings(id: string): Promise<Surroundings | null> {
    const known = this.#around.get(id) ?? this.#realm.around(id);
    this.#around.set(id, known);
    return known;
  }

  /** What the body of a seat or an office is set over. */
  async #setOver({ ref }: Mandate): Promise<readonly string[]> {
    if (!ref.startsWith('board-')) return [];
    const boards = await this.rowsOf(this.table('board'));
    const board = boards.find(({ id }) => ref.startsWith(`${id}#`));
    if (!board) return [];
    const { network, plan, level } = board as Readonly<Record<string, string | null>>;
    return [network ?? plan ?? levelScope(String(level))];
  }

  /** The plans of the networks that somebody has a part in. */
  async #dossiers(mandate: Mandate): Promise<readonly string[]> {
    const over = await this.#setOver(mandate);
    const plans: string[] = [];
    for (const { id, plan } of await this.rowsOf(this.table('network'))) {
      const around = await this.#surroundings(id);
      if (!around) continue;
      const own = { ...around, places: new Map([...around.places].filter(([one]) => one === id)) };
      const { at } = standingOf(mandate, own, {
        forOneself: false,
        acts: { above: [], basis: null },
      }).standing;
      const held = withDossier.flatMap((role) => at[role] ?? []);
      if (held.includes(id) || over.includes(id)) plans.push(alone(String(plan)));
    }
    return plans;
  }
}
