import { actions, roles } from '../src/policy/question.js';
import type { Action, Subject, Question, Role } from '../src/policy/question.js';
import { sliceOf } from '../src/policy/slice.js';
import type { ParentsOf } from '../src/policy/slice.js';

type Drawn = Readonly<{ kind: string; roles: readonly Role[] }>;

/** What a mandate of a kind can be, and the roles that it may give. */
const mandates: readonly Drawn[] = [
  { kind: 'administrator', roles: ['administrator'] },
  { kind: 'auditor', roles: ['auditor'] },
  { kind: 'coordinator', roles: ['coordinator'] },
  { kind: 'seat', roles: ['seat', 'concerned'] },
  { kind: 'chair', roles: ['seat', 'chair', 'concerned'] },
  { kind: 'secretary', roles: ['secretary', 'concerned'] },
  { kind: 'none', roles: ['self'] },
  { kind: 'spectator', roles: [] },
  {
    kind: 'legalRepresentative',
    roles: [
      ...(['authority', 'lead', 'member', 'party', 'partner'] as const),
      ...(['representative', 'legalRepresentative'] as const),
    ],
  },
  {
    kind: 'service',
    roles: ['authority', 'lead', 'member', 'party', 'partner', 'representative'],
  },
];
/** What no mandate gives, all roles at once: the policies have to say something of it as well. */
const impossible: readonly Drawn[] = [
  ...['auditor', 'administrator', 'seat', 'service'].map((kind) => ({ kind, roles })),
];

/** All that is asked about who has not signed in. */
const reading = actions.filter((action) => action.startsWith('read'));

/** A hierarchy drawn at random, without circles. */
export type Hierarchy = Readonly<{ ids: readonly string[]; parentsOf: ParentsOf }>;

/** Hierarchies and questions on them; the same seed draws the same. */
export class Questions {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** Up to `size` scopes, each below up to three others. */
  hierarchy(size: number): Hierarchy {
    const parents = new Map<string, readonly string[]>();
    const ids = Array.from({ length: 2 + this.#below(size - 1) }, (_, n) => `scope-${String(n)}`);
    for (const [n, id] of ids.entries()) {
      const above = n === 0 ? [] : this.#some(ids.slice(0, n), 3);
      parents.set(id, above);
    }
    return { ids, parentsOf: (id) => parents.get(id) ?? [] };
  }

  /** A question under one mandate; one in 200 is of a mandate that there is not. */
  question({ ids, parentsOf }: Hierarchy): Question {
    const mandate = this.#one(this.#below(200) === 0 ? impossible : mandates);
    const principal = this.#principal(mandate.kind);
    const action = this.#action(principal);
    const held = mandate.roles.map((role) => [role, this.#some(ids, 2)] as const);
    return {
      ...{ principal, action, resource: sliceOf(this.#one(ids), parentsOf) },
      standing: {
        ...{ mandate: mandate.kind, forOneself: this.#below(4) === 0 },
        at: Object.fromEntries(held),
      },
    };
  }

  #principal(kind: string): Subject {
    const id = this.#one(['ada', 'bo']);
    if (this.#below(100) === 0) return { type: 'Process', id };
    if (kind === 'spectator' || this.#below(50) === 0) return { type: 'Anybody', id };
    return { type: kind === 'service' ? 'Service' : 'Person', id };
  }

  #action({ type }: Subject): Action {
    if (type === 'Process') return 'process';
    if (type === 'Anybody') return this.#one(reading);
    return this.#one(actions.filter((action) => action !== 'process'));
  }

  #some<T>(of: readonly T[], most: number): readonly T[] {
    const count = this.#below(most + 1);
    return [...new Set(Array.from({ length: count }, () => this.#one(of)))];
  }

  #one<T>(of: readonly T[]): T {
    return of[this.#below(of.length)] as T;
  }

  /** Mulberry32, by Tommy Ettinger, in the public domain. */
  #below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % limit;
  }
}
