import type { Command } from './commands.js';
import type { Facts, Holding } from './facts.js';
import { categoryOf } from './plain-reading.js';
import type { Asker, PlainReading } from './plain-reading.js';
import type { Seeded } from './seeded.js';
import type { MatrixStage } from './stage.js';

/** Why somebody may do an act on an object, or what who voted for a seat could see. */
export type Asked = Readonly<{
  about: 'explanation' | 'sight';
  as: NonNullable<Asker>;
  /** Whose act it is. */
  person: string;
  object: string;
  /** The name of a mutation; of a vote the seat. */
  of: string;
}>;

type Sight = Readonly<{
  decisionContext: { voterSight: { person: { id: string } } | null } | null;
}>;

/** Asks why: what is told to oneself, and to who oversees. */
export class Reasons {
  constructor(
    private readonly stage: MatrixStage,
    private readonly facts: Facts,
    private readonly reading: PlainReading,
  ) {}

  /** Every role from every relation, about themself and about another; and every vote that was cast. */
  async all(
    draw: Seeded,
    holdings: readonly Holding[],
    commands: readonly Command[],
  ): Promise<readonly Asked[]> {
    const byRole = [...Map.groupBy(holdings, ({ as }) => as).values()];
    const acts = commands.filter(({ founds, act }) => !founds && act.on === undefined);
    const objects = this.facts.ids.filter(
      (id) => this.facts.row(id) && acts.some((act) => act.category === categoryOf(id)),
    );
    const squares = byRole.flatMap((held) => {
      const cells = Map.groupBy(
        held.flatMap((holding) => objects.map((object) => ({ holding, object }))),
        ({ holding, object }) => this.facts.relation(holding, object),
      );
      return [...cells.values()].map((those) => draw.one(those));
    });
    const explanations = squares.flatMap(({ holding: { mandate }, object }): readonly Asked[] => {
      const as = { person: mandate.person, mandate: mandate.ref };
      const of = draw.one(acts.filter(({ category }) => category === categoryOf(object))).name;
      const { person: other } = draw.one(holdings).mandate;
      return [as.person, other].map((person) => ({ about: 'explanation', as, person, object, of }));
    });
    const sights = (await this.#votes()).flatMap((vote) =>
      byRole.flatMap((held): readonly Asked[] => {
        const { mandate } = draw.one(held);
        return [{ about: 'sight', as: { person: mandate.person, mandate: mandate.ref }, ...vote }];
      }),
    );
    return [...explanations, ...sights];
  }

  /** `told`, `kept`, or `hidden` where the object is not there for who asks. */
  async asked({ about, as, person, object, of }: Asked): Promise<string> {
    if (about === 'sight') return (await this.#sight(object, of, as)) === null ? 'kept' : 'told';
    const { explanation } = await this.stage.client.query<Explained>(
      `query ($of: String!, $object: ID!, $person: ID!) {
        explanation(act: $of, object: $object, person: $person) {
          __typename ... on Refusal { code } } }`,
      { of, object, person },
      as,
    );
    if (explanation.__typename === 'Explanation') return 'told';
    const outcome = { OthersUnexplained: 'kept', ObjectUnknown: 'hidden' }[explanation.code ?? ''];
    return outcome ?? String(explanation.code);
  }

  /** By the rules written by hand. */
  expected({ about, as, person, object }: Asked): string {
    const isThere = this.reading.isThere(object, as.person);
    const mayKnow = this.reading.mayKnowWhy(person, object, as.person);
    if (about === 'sight') return mayKnow && isThere ? 'told' : 'kept';
    if (!mayKnow) return 'kept';
    return isThere ? 'told' : 'hidden';
  }

  /** The votes by name on decisions, as who administers sees them. */
  async #votes(): Promise<readonly Pick<Asked, 'object' | 'of' | 'person'>[]> {
    const administrator = this.reading.mandates.find(({ kind }) => kind === 'founder');
    if (!administrator) throw new Error('nobody administers');
    const as = { person: administrator.person, mandate: administrator.ref };
    const found = this.facts.rows('decision').flatMap(({ id: object, board }) => {
      const seats = this.facts.row(String(board))?.seats as readonly { seat: string }[];
      return seats.map(async ({ seat: of }) => {
        const person = await this.#sight(object, of, as);
        return person === null ? [] : [{ object, of, person }];
      });
    });
    return (await Promise.all(found)).flat();
  }

  /** Who voted for a seat, where that is told. */
  async #sight(object: string, seat: string, as: Asker): Promise<string | null> {
    const { decisionContext } = await this.stage.client.query<Sight>(
      `query ($object: ID!, $seat: ID!) { decisionContext(id: $object) {
        voterSight(seat: $seat) { person { id } } } }`,
      { object, seat },
      as,
    );
    return decisionContext?.voterSight?.person.id ?? null;
  }
}

type Explained = Readonly<{ explanation: { __typename: string; code?: string } }>;
