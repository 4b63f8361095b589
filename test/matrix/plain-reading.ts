import type { Question, ReadAction } from '@tavolo/access';
import type { Mandate } from '@tavolo/command';
import { plainlyAllowed } from '../../libs/access/test/plain-rules.js';
import type { Row } from '../reading-oracle.js';
import type { Facts } from './facts.js';

/** Who reads: somebody, or who does not sign in at a demo. */
export type Asker = Readonly<{ person: string; mandate: string | null }> | undefined;

/** What whoever signed in finds by its id. */
const registers = ['board', 'call', 'network', 'partner', 'plan', 'programme'];

/** What somebody may read, by the rules written by hand. */
export class PlainReading {
  readonly #answers = new Map<string, boolean>();

  constructor(
    private readonly facts: Facts,
    readonly mandates: readonly Mandate[],
  ) {}

  /** Whether the object is there for them at all. */
  isThere(id: string, person: string | null): boolean {
    if (registers.includes(categoryOf(id))) return true;
    const row = this.facts.row(id);
    if (this.#isHidden(row, person)) return false;
    if (row?.isPublished === true) return true;
    const at = categoryOf(id) === 'appointment' ? [row?.scope, row?.person] : [row?.board ?? id];
    return at.some((scope) => this.may('read', String(scope), person));
  }

  /** Whether they see a field of it; of what lies in a body, the body says so. */
  sees(id: string, action: ReadAction, person: string | null): boolean {
    const board = this.facts.row(id)?.board;
    return this.may(action, typeof board === 'string' ? board : id, person);
  }

  /**
   * The reasons of acts of somebody, about an object: for themself, who oversees either, and of an
   * appointment whose it is; of what is not there for who asks, not even that is said.
   */
  mayKnowWhy(of: string, object: string, person: string): boolean {
    const holder = categoryOf(object) === 'appointment' ? [this.facts.row(object)?.person] : [];
    const concerns = () =>
      this.isThere(object, person) &&
      [object, ...holder].some((one) => this.may('readReasons', String(one), person));
    return this.may('readReasons', of, person) || concerns();
  }

  /** By any mandate of theirs but one of a kind, and by what is about themself. */
  // eslint-disable-next-line max-params -- the last is said of what is confidential alone
  may(action: ReadAction, scope: string, person: string | null, but = ''): boolean {
    const key = [action, scope, person, but].join();
    const known = this.#answers.get(key) ?? this.#decided(action, { scope, person, but });
    this.#answers.set(key, known);
    return known;
  }

  #decided(
    action: ReadAction,
    { scope, person, but }: Readonly<{ scope: string; person: string | null; but: string }>,
  ): boolean {
    const self =
      person === null
        ? { mandate: 'spectator', at: {} }
        : { mandate: 'none', at: { self: [person] } };
    const held = this.mandates.filter((one) => one.person === person && one.kind !== but);
    const stances = held.map((mandate) => ({
      mandate: mandate.kind === 'founder' ? 'administrator' : mandate.kind,
      at: { ...this.facts.at(mandate), concerned: this.facts.opened(mandate) },
    }));
    const [, ...above] = this.facts.chain([scope]);
    return [self, ...stances].some(({ mandate, at }) => {
      const question: Question = {
        ...{ principal: principalOf(person), action },
        resource: { id: scope, above: [...above, `alone:${scope}`] },
        standing: { mandate, forOneself: false, at },
      };
      return plainlyAllowed(question);
    });
  }

  /** A confidential matter, or what is about one: theirs by what they hold other than to audit. */
  #isHidden(row: Row | undefined, person: string | null): boolean {
    const matter = row?.confidential === true ? row : this.facts.row(String(row?.decision));
    if (matter?.confidential !== true) return false;
    const held = [matter.board, matter.proposer];
    return !held.some((scope) => this.may('readSecret', String(scope), person, 'auditor'));
  }
}

/** A program is no person, and who does not sign in is anybody. */
export function principalOf(person: string | null): Question['principal'] {
  if (person === null) return { type: 'Anybody', id: 'spectator' };
  return { type: person.startsWith('service-') ? 'Service' : 'Person', id: person };
}

/** `plan` of `plan-<uuid>`. */
export function categoryOf(id: string): string {
  return id.slice(0, Math.max(0, id.indexOf('-')));
}
