import { isPower, isService, kindOf, officeRoles, powerRoles, subjectOf } from '@tavolo/access';
import type { Realm, Role, Standing, Subject } from '@tavolo/access';
import { dayOf } from '@tavolo/command';
import type { Clock, Instance, Mandate, Mandates, Sender } from '@tavolo/command';
import type { Position } from '@tavolo/event-store';
import type { LocalDate, MandateRef } from '@tavolo/kernel';
import type { Moment, ReadModel } from '@tavolo/projection';
import { capacityTable } from '@tavolo/waiting';
import { categoryOf } from './reading-book.js';
import type { ReadingBook } from './reading-book.js';

/** What somebody is under one mandate; a null mandate is that of who reads without one. */
export type Stance = Readonly<{
  principal: Subject;
  standing: Standing;
  mandate: MandateRef | null;
}>;

/** The day on which mandates have to be on; `upTo`: as their streams were at that position. */
export type OnDay = Readonly<{ day: LocalDate; upTo?: Position }>;

type Row = Readonly<Record<string, unknown>> & { readonly id: string };
type Held = Partial<Record<Role, readonly string[]>>;

/** Roles that let who holds them at a network read the plan that it is of. */
const withDossier: readonly Role[] = ['lead', 'member', 'concerned', 'coordinator'];

/** A scope that holds one object alone, and nothing of what lies below it. */
export const alone = (id: string): string => `alone:${id}`;

/** What somebody stands as, by every mandate that they hold today; as the read model knows it. */
export class Standings {
  constructor(
    private readonly parts: Readonly<{
      readModel: ReadModel;
      book: ReadingBook;
      mandates: Mandates;
      realm: Realm;
      clock: Clock;
      instance: Instance;
    }>,
  ) {}

  /** The day of now, where the body sits. */
  today(): LocalDate {
    return dayOf(this.parts.clock.now(), this.parts.instance.facts.zone);
  }

  /**
   * Everybody reads without a mandate what is for everybody who signed in; then come the mandates,
   * those of today unless another day is told. Whether an organisation is an authority is as now.
   */
  async of(
    sender: Pick<Sender, 'mandate' | 'person'>,
    at: Moment,
    on: OnDay = { day: this.today() },
  ): Promise<readonly Stance[]> {
    const type = isService(sender.person) ? 'Service' : 'Person';
    const principal: Subject = { type, id: sender.person };
    const self = { ...without('none'), at: { self: [sender.person] } };
    const plain = { principal, standing: self, mandate: null };
    const held = await this.#held(sender, at, on);
    const stances = await Promise.all(held.map((mandate) => this.#stance(mandate, at)));
    return [plain, ...stances];
  }

  /** The mandates of a person that are on that day, the named one among them. */
  async #held(
    { person, mandate }: Pick<Sender, 'mandate' | 'person'>,
    at: Moment,
    { day, upTo }: OnDay,
  ): Promise<readonly Mandate[]> {
    const rows = await this.parts.readModel.where(capacityTable, 'holder', [person], at);
    const known = (rows.get(person) ?? []).map((row) => row.mandate as MandateRef | null);
    const refs = new Set([...known, mandate].filter((ref) => ref !== null));
    const found = await Promise.all([...refs].map((ref) => this.parts.mandates.find(ref, upTo)));
    return found
      .filter((each) => each !== null)
      .filter((each) => each.person === person && isOn(each, day));
  }

  async #stance(mandate: Mandate, at: Moment): Promise<Stance> {
    const held = isPower(mandate)
      ? await this.#ofOrganisation(mandate, at)
      : await this.#ofOffice(mandate, at);
    const standing = {
      ...{ mandate: kindOf(mandate), forOneself: false },
      at: await this.#withDossiers(held, at),
    };
    return { principal: subjectOf(mandate), standing, mandate: mandate.ref };
  }

  /** A seat or an office of a body, with what the body is set over; an appointment. */
  async #ofOffice(mandate: Mandate, at: Moment): Promise<Held> {
    const held = officeRoles(mandate);
    const body = mandate.ref.slice(0, mandate.ref.indexOf('#'));
    const rule = this.parts.book.concerns.find(({ category }) => category === categoryOf(body));
    if (!rule) return held;
    const row = (await this.parts.readModel.byIds<Row>(rule.table, [body], at)).get(body);
    return { ...held, concerned: row ? rule.of(row) : [] };
  }

  /** What an organisation leads, takes part in or is a party to. */
  async #ofOrganisation(mandate: Mandate, at: Moment): Promise<Held> {
    const { organisation } = mandate;
    if (organisation === null) return {};
    const acts = await this.parts.realm.place(organisation);
    const held = new Map<Role, string[]>();
    for (const { role, table, column, scope, counts } of this.parts.book.parts) {
      const rows = await this.parts.readModel.where<Row>(table, column, [organisation], at);
      const counted = (rows.get(organisation) ?? []).filter((row) => counts?.(row) ?? true);
      const scopes = counted.map((row) => String(row[scope]));
      held.set(role, [...(held.get(role) ?? []), ...scopes]);
    }
    return { ...Object.fromEntries(held), ...powerRoles(mandate, acts ?? {}) };
  }

  /** Who reads a network reads the plan that it is of, and nothing else that lies below the plan. */
  async #withDossiers(held: Held, at: Moment): Promise<Held> {
    const scopes = new Set(withDossier.flatMap((role) => held[role] ?? []));
    const above: string[] = [];
    for (const { category, table, dossier } of this.parts.book.places) {
      const ids = [...scopes].filter((id) => categoryOf(id) === category);
      if (dossier === undefined || ids.length === 0) continue;
      const rows = await this.parts.readModel.byIds<Row>(table, ids, at);
      above.push(...[...rows.values()].map((row) => String(row[dossier])));
    }
    if (above.length === 0) return held;
    return { ...held, concerned: [...(held.concerned ?? []), ...above.map(alone)] };
  }
}

/** Nothing is held: by who reads without a mandate. */
export function without(mandate: 'none' | 'spectator'): Standing {
  return { mandate, forOneself: false, at: {} };
}

/** An `until` includes its last day. */
function isOn({ from, until }: Mandate, day: LocalDate): boolean {
  return from <= day && (until === null || day <= until);
}
