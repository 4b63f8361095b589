import type { Mandate } from '@tavolo/command';
import type { Command } from './commands.js';
import { relations } from './facts.js';
import type { Relation } from './facts.js';
import type { Inputs } from './inputs.js';
import type { PlainOutcomes, Try } from './plain-outcomes.js';
import type { Seeded } from './seeded.js';

/** So often something is drawn that fits; what fits rarely is looked for longer. */
const DRAWS = 40;
const LONG = 1_000;

/** A square of the matrix: a command by a mandate of a kind, about what lies so to it. */
type Square = Readonly<{ command: Command; kind: string; relation: Relation }>;

/** Draws commands for the squares of the matrix. */
export class Tries {
  readonly byKind: ReadonlyMap<string, readonly Mandate[]>;

  constructor(
    private readonly parts: Readonly<{
      draw: Seeded;
      mandates: readonly Mandate[];
      inputs: Inputs;
      plain: PlainOutcomes;
      /** Every square, or else every command by every kind of mandate, from each relation in turn. */
      isWhole: boolean;
    }>,
  ) {
    this.byKind = Map.groupBy(parts.mandates, ({ kind }) => kind);
  }

  /** One in each square that is tried, and of each command one that may be given, if anybody may. */
  *all(commands: readonly Command[]): Generator<Try> {
    for (const square of this.#squares(commands)) yield this.#in(square);
    for (const command of commands) yield this.#allowed(command);
  }

  #squares(commands: readonly Command[]): readonly Square[] {
    const kinds = [...this.byKind.keys()];
    return commands.flatMap((command, n) =>
      kinds.flatMap((kind, k) => {
        const [inTurn = 'own'] = relations.slice((n + k) % relations.length);
        const tried = this.parts.isWhole ? relations : [inTurn];
        return tried.map((relation) => ({ command, kind, relation }));
      }),
    );
  }

  /** As the square wants it, or as near to it as there is. */
  #in({ command, kind, relation }: Square): Try {
    const held = this.byKind.get(kind) ?? [];
    return firstOf(
      DRAWS,
      () => this.#once(command, held),
      (found) => this.parts.plain.relationOf(found) === relation,
    );
  }

  #allowed(command: Command): Try {
    return firstOf(
      LONG,
      () => this.#once(command, this.parts.mandates),
      (found) => this.parts.plain.isAllowed(found),
    );
  }

  #once(command: Command, held: readonly Mandate[]): Try {
    const { draw, inputs, mandates } = this.parts;
    const mandate = draw.one(held);
    const other = draw.below(100);
    const person = other === 0 ? null : other < 3 ? draw.one(mandates).person : mandate.person;
    const under = (command.act.under ?? []).filter(() => draw.below(2) === 0);
    // Nothing is written beside a vote that is not named.
    const because = command.act.action === 'vote' ? [] : ['reason', 'documents'];
    const input = inputs.of(command.input, [...because, 'preset', ...under]);
    return { command, mandate, person, input };
  }
}

function firstOf(draws: number, drawn: () => Try, fits: (found: Try) => boolean): Try {
  for (let n = 1; n < draws; n += 1) {
    const found = drawn();
    if (fits(found)) return found;
  }
  return drawn();
}
