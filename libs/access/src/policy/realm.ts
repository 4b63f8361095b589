import type { JsonObject } from '@tavolo/event-store';
import type { Basis } from '@tavolo/event-store';
import type { OrganisationId } from '@tavolo/kernel';
import { INSTANCE_STREAM } from '../instance.js';
import type { Action } from './question.js';
import { sliceOf } from './slice.js';
import type { Slice } from './question.js';

/** Where an object lies, and who has a part in it: read from its own stream. */
export type Place = Readonly<{
  /** Right above it; everything lies in the instance in the end. */
  above: readonly string[];
  /** The organisations that lead it. */
  leads?: readonly OrganisationId[];
  members?: readonly OrganisationId[];
  parties?: readonly OrganisationId[];
  /** Whoever acts for a partner stands as a party to it: a draft that lies nowhere, of nobody yet. */
  openToPartners?: boolean;
  /** A partner that is a ministry or an authority. */
  isAuthority?: boolean;
  /** Null for what is not there yet. */
  basis: Basis | null;
}>;

/** What a command is to the policies. */
export type Act = Readonly<{
  action: Action;
  /** Of a command that founds an object: the fields that name what it lies under. */
  under?: readonly string[];
  /** The field that names the organisation which leads what is founded. */
  ledBy?: string;
  /** What is founded under nothing is open to whoever acts for a partner. */
  openAlone?: true;
  /** The field that names the object meant, where that is not the stream. */
  on?: string;
}>;

/** Objects of one category, as the policies are asked about them. */
export interface GovernedKind {
  readonly category: string;
  /** Every command that a person may give, by its type. */
  readonly acts: Readonly<Record<string, Act | Action>>;
  /** Null where there is no such object. */
  place(id: string): Promise<Place | null>;
}

/** An object with everything above it: what a decision is taken on. */
export type Surroundings = Readonly<{ slice: Slice; places: ReadonlyMap<string, Place> }>;

/** The scopes of the levels of governance, from the top: a role at one holds at those below. */
export const levels: readonly string[] = [
  'level-national',
  'level-region',
  'level-territory',
  'level-local',
];

/** The scope of a level: `level-region`. */
export function levelScope(level: string): string {
  return `level-${level}`;
}

/** Every object that policies speak of. A context registers one kind for each of its categories. */
export class Realm {
  readonly #kinds = new Map<string, GovernedKind>();

  governs(kind: GovernedKind): void {
    if (this.#kinds.has(kind.category)) throw new Error(`${kind.category} is governed twice`);
    this.#kinds.set(kind.category, kind);
  }

  /** Null where no person may give such a command. */
  actOf({ aggregate, type }: { readonly aggregate: string; readonly type: string }): Act | null {
    const act = this.#kinds.get(aggregate)?.acts[type];
    return act === undefined ? null : typeof act === 'string' ? { action: act } : act;
  }

  /** The acts of a type of command, with the category of what they are on: mostly one. */
  actsNamed(type: string): readonly Readonly<{ category: string; act: Act }>[] {
    return [...this.#kinds.keys()].flatMap((category) => {
      const act = this.actOf({ aggregate: category, type });
      return act ? [{ category, act }] : [];
    });
  }

  /** Every command that a person may give, `<category>.<type>`. */
  get commands(): readonly string[] {
    return [...this.#kinds.values()].flatMap(({ category, acts }) =>
      Object.keys(acts).map((type) => `${category}.${type}`),
    );
  }

  async place(id: string): Promise<Place | null> {
    if (id === INSTANCE_STREAM) return { above: [], basis: null };
    const level = levels.indexOf(id);
    if (level >= 0) return { above: [levels[level - 1] ?? INSTANCE_STREAM], basis: null };
    const category = id.slice(0, id.indexOf('-'));
    return (await this.#kinds.get(category)?.place(id)) ?? null;
  }

  /**
   * An object and all above it, from their own streams; null where it is not there. `founding` is
   * the place of what is not there yet.
   */
  async around(id: string, founding?: Place): Promise<Surroundings | null> {
    const places = new Map<string, Place>();
    const open = [id];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (places.has(next)) continue;
      const place = next === id && founding ? founding : await this.place(next);
      if (!place && next === id) return null;
      // What is named and is not there gives nobody anything; the decider says that it is unknown.
      places.set(next, place ?? { above: [INSTANCE_STREAM], basis: null });
      open.push(...(place?.above ?? []));
    }
    return { slice: sliceOf(id, (each) => places.get(each)?.above ?? []), places };
  }
}

/** Where an object will lie that a command founds. */
export function foundedPlace({ under = [], ledBy, openAlone }: Act, data: JsonObject): Place {
  const named = under.map((field) => data[field]).filter((id) => typeof id === 'string');
  const lead = ledBy === undefined ? null : data[ledBy];
  return {
    above: named.length > 0 ? named : [INSTANCE_STREAM],
    ...(typeof lead === 'string' && { leads: [lead as OrganisationId] }),
    ...(openAlone === true && named.length === 0 && { openToPartners: true }),
    basis: null,
  };
}
