import type { Command } from './commands.js';
import { relations } from './facts.js';
import type { Facts, Holding, Relation } from './facts.js';
import type { Inputs } from './inputs.js';
import type { PlainOutcomes, Try } from './plain-outcomes.js';
import type { Seeded } from './seeded.js';

const INSTANCE = 'instance-tavolo';
/** A square of the matrix: a command, a role by a kind of mandate, and how its object lies to it. */
type Square = Readonly<{ command: Command; as: string; relation: Relation }>;
/** A try, and the square that it stands in; outside of all of them there is none. */
export type Placed = Readonly<{ one: Try; square: Square | null }>;

/** Makes commands for the squares of the matrix. */
export class Tries {
  readonly #byRole: ReadonlyMap<string, readonly Holding[]>;

  constructor(
    private readonly parts: Readonly<{
      draw: Seeded;
      facts: Facts;
      holdings: readonly Holding[];
      inputs: Inputs;
      plain: PlainOutcomes;
      /** Every role by every kind of mandate that gives it, or else by one of them in turn. */
      isWhole: boolean;
    }>,
  ) {
    this.#byRole = Map.groupBy(parts.holdings, ({ as }) => as);
  }

  /** One in every square that there is, and beside them what nobody, another and oneself try. */
  *all(commands: readonly Command[]): Generator<Placed> {
    for (const [turn, command] of commands.entries()) {
      const placed = this.#squares(command, this.rolesFor(turn)).flatMap((each) => this.#in(each));
      yield* placed;
      if (!placed.some(({ one }) => this.parts.plain.isAllowed(one))) yield* this.#allowed(command);
      for (const one of this.#beside(command)) yield { one, square: null };
    }
  }

  #squares(command: Command, rows: readonly string[]): readonly Square[] {
    return rows.flatMap((as) => relations.map((relation) => ({ command, as, relation })));
  }

  /** What may be given by a kind of mandate whose turn it is not. */
  #allowed(command: Command): readonly Placed[] {
    const all = this.#squares(command, [...this.#byRole.keys()]).flatMap((each) => this.#in(each));
    return all.filter(({ one }) => this.parts.plain.isAllowed(one)).slice(0, 1);
  }

  /** The rows of the matrix for the command whose turn it is. */
  rolesFor(turn: number): readonly string[] {
    const all = [...this.#byRole.keys()];
    if (this.parts.isWhole) return all;
    const byRole = Map.groupBy(all, (as) => roleIn(as));
    return [...byRole.values()].map((those) => those[turn % those.length] ?? '');
  }

  /** None where no object lies so to anybody in that role. */
  #in(square: Square): readonly Placed[] {
    const one = this.#tryIn(square);
    return one ? [{ one, square }] : [];
  }

  #tryIn({ command, as, relation }: Square): Try | null {
    const { draw, facts, inputs, plain } = this.parts;
    const aims = plain.aimsOf(command);
    for (const holding of draw.shuffled(this.#byRole.get(as) ?? [])) {
      const { mandate } = holding;
      if (aims.length === 0 && facts.relation(holding, INSTANCE) === relation)
        return { command, mandate, person: mandate.person, input: this.#input(command) };
      for (const aim of draw.shuffled(aims)) {
        const fitting = inputs.fitting(command.input, aim);
        const lying = fitting.filter((id) => facts.relation(holding, id) === relation);
        if (lying.length === 0) continue;
        const input = { ...this.#input(command), [aim]: draw.one(lying) };
        return { command, mandate, person: mandate.person, input };
      }
    }
    return null;
  }

  /** By who does not sign in, under the mandate of another, and for oneself. */
  #beside(command: Command): readonly Try[] {
    const { draw, holdings } = this.parts;
    const { mandate } = draw.one(holdings);
    const others = holdings.filter((one) => one.mandate.person !== mandate.person);
    const input = this.#input(command);
    const { mandate: admin } = draw.one(holdings.filter(({ role }) => role === 'administrator'));
    const forOneself = { ...this.#input(command), person: admin.person };
    return [
      { command, mandate, person: null, input },
      { command, mandate, person: draw.one(others).mandate.person, input },
      ...('person' in command.input.getFields()
        ? [{ command, mandate: admin, person: admin.person, input: forOneself }]
        : []),
    ];
  }

  /** Every field that has to be there, and the grounds. */
  #input({ act, input }: Command): Try['input'] {
    // Nothing is written beside a vote that is not named.
    const because = act.action === 'vote' ? [] : ['reason', 'documents'];
    return this.parts.inputs.of(input, [...because, 'preset']);
  }
}

/** `lead` of `signatory as lead`. */
export function roleIn(as: string): string {
  return as.slice(as.lastIndexOf(' ') + 1);
}
