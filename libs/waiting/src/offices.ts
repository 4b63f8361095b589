import { Clock, dayOf, Instance } from '@tavolo/command';
import type { Nodes, RequestContext } from '@tavolo/graphql';
import type { Instant, LocalDate } from '@tavolo/kernel';
import { ReadModel } from '@tavolo/projection';
import type { Moment } from '@tavolo/projection';
import { Injectable } from '@nestjs/common';
import { capacityTable } from './tables.js';
import type { CapacityRow } from './tables.js';
import { keyOf, organisation, person as personWho, powers } from './who.js';

/** What somebody may do, by which mandate, up to which amount; a null limit is none. */
export type Held = Readonly<{ key: string; mandate: string | null; maxCents: number | null }>;

/** Somebody who may do what is awaited. */
export type Holder = Readonly<{ person: string; mandate: string | null }>;

/** Person, office of a partner, lead of a network, and one to spare: chains end well before. */
const LONGEST_CHAIN = 4;

/** Who holds what on the day of a moment: offices and powers are facts, who holds them changes. */
@Injectable()
export class Offices {
  constructor(
    private readonly readModel: ReadModel,
    private readonly clock: Clock,
    private readonly instance: Instance,
  ) {}

  /** The time that a question is asked at: now, or the moment's own under `asOf`. */
  timeOf({ askedAt, isPinned, recordedAt }: Moment): Instant {
    return askedAt ?? (isPinned === true ? recordedAt : null) ?? this.clock.now();
  }

  /** The day of that time, where the body sits. */
  dayAt(at: Moment): LocalDate {
    return dayOf(this.timeOf(at), this.instance.facts.zone);
  }

  /** All that a person can be waited for as, with the office that gives it. One statement a link. */
  async heldBy(person: string, at: Moment): Promise<ReadonlyMap<string, Held>> {
    const own = keyOf(personWho(person));
    const held = new Map<string, Held>([[own, { key: own, mandate: null, maxCents: null }]]);
    let links = [
      { holder: person, mandate: null as string | null, maxCents: null as number | null },
    ];
    for (let link = 0; link < LONGEST_CHAIN && links.length > 0; link += 1) {
      const rows = await this.#rowsOf([...new Set(links.map(({ holder }) => holder))], at);
      links = links.flatMap((from) =>
        (rows.get(from.holder) ?? []).flatMap((row) => {
          const mandate = row.mandate ?? from.mandate;
          const next = { key: row.key, mandate, maxCents: smaller(from.maxCents, row.maxCents) };
          if (!isMore(next, held.get(row.key))) return [];
          held.set(row.key, next);
          return [{ ...next, holder: row.key }];
        }),
      );
    }
    return held;
  }

  /** The terms of a person that have an end which is not past, each once. */
  async termsOf(person: string, at: Moment): Promise<readonly CapacityRow[]> {
    const rows = (await this.#rowsOf([person], at)).get(person) ?? [];
    const ending = rows.filter(({ mandate, until }) => mandate !== null && until !== null);
    return [...new Map(ending.map((row) => [row.mandate, row])).values()];
  }

  /** Who holds a key, from the organisation that leads down to its people. */
  async holdersOf(key: string, { cents, at, context, nodes }: Asked): Promise<readonly Holder[]> {
    const day = this.dayAt(at);
    const own = /^person:(.+)$/u.exec(key)?.[1];
    if (own !== undefined) return [{ person: own, mandate: null }];
    const rows = await nodes.related(capacityTable, 'key', { value: key, at, context });
    const standing = rows.filter((row) => isOn(row, day) && covers(row.maxCents, cents));
    const found = standing.map(async ({ holder, mandate }) =>
      holder.startsWith('person-')
        ? [{ person: holder, mandate }]
        : await this.holdersOf(holder, { cents, at, context, nodes }),
    );
    const all = (await Promise.all(found)).flat();
    return [...new Map(all.map((one) => [one.person, one])).values()];
  }

  /** All that an organisation can be waited for as: in its own name, and as lead of networks. */
  async keysOf(partner: string, at: Moment): Promise<readonly string[]> {
    const own = powers.map((power) => keyOf(organisation(partner, power)));
    const held = await this.readModel.where(capacityTable, 'holder', own, at);
    return [...own, ...[...held.values()].flat().map(({ key }) => key)];
  }

  async #rowsOf(
    holders: readonly string[],
    at: Moment,
  ): Promise<ReadonlyMap<string, readonly CapacityRow[]>> {
    const day = this.dayAt(at);
    const rows = await this.readModel.where(capacityTable, 'holder', holders, at);
    return new Map([...rows].map(([key, found]) => [key, found.filter((row) => isOn(row, day))]));
  }
}

type Asked = Readonly<{ cents: number | null; at: Moment; context: RequestContext; nodes: Nodes }>;

/** An `until` includes its last day. */
function isOn({ from, until }: CapacityRow, day: LocalDate): boolean {
  return (from === null || from <= day) && (until === null || day <= until);
}

/** PA-5: whether a power that is limited covers an amount. */
export function covers(maxCents: number | null, cents: number | null): boolean {
  return maxCents === null || cents === null || cents <= maxCents;
}

function smaller(one: number | null, other: number | null): number | null {
  if (one === null) return other;
  return other === null ? one : Math.min(one, other);
}

/** Of two powers for the same the wider one counts. */
function isMore(next: Held, known: Held | undefined): boolean {
  if (!known) return true;
  if (known.maxCents === null) return false;
  return next.maxCents === null || next.maxCents > known.maxCents;
}
