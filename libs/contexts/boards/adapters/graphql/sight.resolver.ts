import { Nodes, personOf } from '@tavolo/graphql';
import type { At, RequestContext } from '@tavolo/graphql';
import type { Instant, PersonRef } from '@tavolo/kernel';
import { PastReading, PolicyReading } from '@tavolo/reading';
import type { Moment } from '@tavolo/projection';
import { Injectable } from '@nestjs/common';
import { Args, Context, ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { castInSitting, castInWriting } from '../../read-model/cast.js';
import type { Cast } from '../../read-model/cast.js';
import { decisionTable } from '../../read-model/decision.projection.js';
import type { DecisionRow } from '../../read-model/decision.projection.js';
import { procedureTable } from '../../read-model/procedure.rows.js';
import type { ProcedureRow } from '../../read-model/procedure.rows.js';
import { sittingTable } from '../../read-model/sitting.rows.js';
import type { SittingRow } from '../../read-model/sitting.rows.js';
import { DecisionContext } from './decision-context.types.js';
import { ProcedureContext } from './procedure-context.types.js';
import { VoterSight } from './sight.types.js';

type Document = Readonly<{ kind: 'motivation' | 'opinion' | 'paper' | 'text'; sha256: string }>;
type Of = Readonly<{ decision: At<DecisionRow>; seat: string; cast: Cast | null }>;

/** What who voted on a decision was allowed to see, for who may know the reasons of acts there. */
@Injectable()
export class VoterSights {
  constructor(
    private readonly nodes: Nodes,
    private readonly past: PastReading,
    private readonly reading: PolicyReading,
  ) {}

  /** Null where the seat did not vote, or it is not theirs to know; an auditor leaves a trace. */
  async of({ decision: { id }, seat, cast }: Of, context: RequestContext) {
    if (!cast) return null;
    const [person, at] = [cast.person as PersonRef, cast.at as Instant];
    if (!(await this.reading.mayKnowWhy({ person, object: id }, context))) return null;
    const then = await this.past.momentOf(at);
    await this.reading.looksBack(id, then, context);
    const decision = await this.nodes.one(decisionTable, { id, at: then, context });
    if (!decision) return null;
    const named = [...documentsOf(decision), ...(await this.#papers(decision, then, context))];
    const documents = named.map(({ sha256 }) => sha256);
    const about = { table: decisionTable, id, type: 'Decision', documents };
    const { moment, ...sight } = await this.past.sightOf({ person, at }, about);
    return {
      ...sight,
      ...{ seat, at, person: personOf(person), position: moment.position },
      documents: sight.documents.map((one, n) => ({ kind: named[n]?.kind ?? 'paper', ...one })),
    };
  }

  /** What had been sent for it by then. */
  async #papers(
    { sitting, item, procedure }: DecisionRow,
    at: Moment,
    context: RequestContext,
  ): Promise<readonly Document[]> {
    const papers =
      procedure === null
        ? (await this.#item(sitting, { item, at, context }))?.papers
        : (await this.nodes.one(procedureTable, { id: procedure, at, context }))?.papers;
    return (papers ?? []).map(({ sha256 }) => ({ kind: 'paper', sha256 }));
  }

  async #item(
    id: string | null,
    { item, ...asked }: Readonly<{ item: string | null; at: Moment; context: RequestContext }>,
  ) {
    const sitting = id === null ? null : await this.nodes.one(sittingTable, { id, ...asked });
    return sitting?.items.find((one) => one.item === item);
  }
}

function documentsOf({ textSha256, motivation, opinions }: DecisionRow): readonly Document[] {
  return [
    { kind: 'text', sha256: textSha256 },
    { kind: 'motivation', sha256: motivation },
    ...opinions.map(({ document }) => ({ kind: 'opinion', sha256: document }) as const),
  ];
}

const described = {
  nullable: true,
  description:
    'What who voted for this seat was allowed to see of it then (che cosa poteva vedere); null where the seat did not vote, or to who may not know: it is for themself, the administrator and who audits the body.',
};
const ofSeat = { type: () => ID, description: 'The seat (seggio).' };

@Resolver(() => DecisionContext)
export class DecisionSightResolver {
  constructor(private readonly sights: VoterSights) {}

  @ResolveField(() => VoterSight, described)
  voterSight(
    @Args('seat', ofSeat) seat: string,
    @Parent() { decision, sitting }: Pick<DecisionContext, 'decision' | 'sitting'>,
    @Context() context: RequestContext,
  ) {
    const on = decision as At<DecisionRow>;
    const cast = castInSitting(sitting as SittingRow, on.item ?? '', seat);
    return this.sights.of({ decision: on, seat, cast }, context);
  }
}

@Resolver(() => ProcedureContext)
export class ProcedureSightResolver {
  constructor(private readonly sights: VoterSights) {}

  @ResolveField(() => VoterSight, described)
  voterSight(
    @Args('seat', ofSeat) seat: string,
    @Parent() { decision, procedure }: Pick<ProcedureContext, 'decision' | 'procedure'>,
    @Context() context: RequestContext,
  ) {
    const cast = castInWriting(procedure as ProcedureRow, seat);
    return this.sights.of({ decision: decision as At<DecisionRow>, seat, cast }, context);
  }
}
