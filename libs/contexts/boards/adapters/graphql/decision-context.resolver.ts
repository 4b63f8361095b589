import { asGraphql, AtMoment, BadForm, IsIdOf, Nodes, personOf } from '@tavolo/graphql';
import type { At, RequestContext } from '@tavolo/graphql';
import type { Moment } from '@tavolo/projection';
import { Args, ArgsType, Context, Field, ID, Query, Resolver } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import type { Rulebook as Rules } from '../../contract/index.js';
import { Recomputing } from '../../application/recomputing.js';
import { decisionTable } from '../../read-model/decision.projection.js';
import type { DecisionRow } from '../../read-model/decision.projection.js';
import { procedureTable } from '../../read-model/procedure.rows.js';
import type { ProcedureRow } from '../../read-model/procedure.rows.js';
import { sittingTable } from '../../read-model/sitting.rows.js';
import type { ItemRow, SittingRow } from '../../read-model/sitting.rows.js';
import { DecisionContext, Recomputation } from './decision-context.types.js';
import { ProcedureContext } from './procedure-context.types.js';
import { progressOf } from './procedure.shapes.js';
import { RulebookInput } from './rulebook.inputs.js';
import { rulebookOf } from './rulebook.shapes.js';
import { electorateOf, itemOf, traceOf } from './sitting.shapes.js';

@ArgsType()
class RecomputeArgs {
  @IsIdOf('decision')
  @Field(() => ID, { description: 'The decision.' })
  readonly decision!: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => RulebookInput)
  @Field(() => RulebookInput, {
    nullable: true,
    description: 'Other rules to count it by: what would have been.',
  })
  readonly rulebook?: RulebookInput | null;
}

/** What an auditor asks of a decision: what it was taken on, and whether it was counted right. */
@Resolver()
export class DecisionContextResolver {
  constructor(
    private readonly nodes: Nodes,
    private readonly recomputing: Recomputing,
  ) {}

  @Query(() => DecisionContext, {
    nullable: true,
    description:
      'What a decision was taken on (contesto); null before it was on an agenda. Of one without a sitting, ask procedureContext.',
  })
  async decisionContext(
    @Args('id', { type: () => ID, description: 'The decision.' }) id: string,
    @AtMoment() at: Moment,
    @Context() context: RequestContext,
  ): Promise<DecisionContext | null> {
    const decision = await this.nodes.one(decisionTable, { id, at, context });
    if (!decision?.sitting) return null;
    const sitting = await this.nodes.one(sittingTable, { id: decision.sitting, at, context });
    const item = sitting?.items.find((one) => one.item === decision.item);
    return sitting && item ? contextOf(decision, sitting, item) : null;
  }

  @Query(() => ProcedureContext, {
    nullable: true,
    description:
      'What a decision without a sitting was taken on (contesto); null where it is before no procedure.',
  })
  async procedureContext(
    @Args('id', { type: () => ID, description: 'The decision.' }) id: string,
    @AtMoment() at: Moment,
    @Context() context: RequestContext,
  ): Promise<ProcedureContext | null> {
    const decision = await this.nodes.one(decisionTable, { id, at, context });
    if (!decision?.procedure) return null;
    const procedure = await this.nodes.one(procedureTable, {
      ...{ id: decision.procedure, at, context },
    });
    return procedure && procedureContextOf(decision, procedure);
  }

  @Query(() => Recomputation, {
    nullable: true,
    description:
      'Counts the vote of a decision again, from the log itself, by its own rules or by others (ricalcolo); null while that vote has not closed.',
  })
  async recompute(
    @Args() { decision: id, rulebook }: RecomputeArgs,
    @AtMoment() at: Moment,
    @Context() context: RequestContext,
  ): Promise<Recomputation | null> {
    const decision = await this.nodes.one(decisionTable, { id, at, context });
    const other = rulebook ? rulebookOf(rulebook, 'rulebook') : undefined;
    const found = decision && (await this.#counted(decision, at, other));
    if (!found) return null;
    const { recorded, computed, equal } = found;
    if (!computed) throw asGraphql(secretByWeights, 'rulebook');
    return {
      equal,
      recorded: recorded.outcome,
      computed: computed.outcome,
      trace: traceOf(computed.trace),
      recordedTrace: traceOf(recorded.trace),
      rulebook: found.rulebook,
    };
  }

  #counted({ sitting, item, procedure }: DecisionRow, { position }: Moment, other?: Rules) {
    if (procedure !== null) return this.recomputing.procedure(procedure, position, other);
    if (sitting === null || item === null) return null;
    return this.recomputing.vote({ sitting, item }, position, other);
  }
}

function procedureContextOf(
  decision: At<DecisionRow>,
  procedure: At<ProcedureRow>,
): ProcedureContext {
  const { papers, notified, deadline, rulebook, rulebookVersion, board } = procedure;
  const { answered, recused } = progressOf(procedure);
  const electorate = electorateOf(procedure.electorate, board);
  const sent = { papers, notified, deadline };
  return { decision, procedure, ...sent, electorate, rulebook, rulebookVersion, answered, recused };
}

const secretByWeights = new BadForm(
  'Una votazione segreta non si può ricontare con pesi o per categorie: nessuno sa chi ha votato come.',
  'A secret vote cannot be counted by weights or categories: nobody knows who voted how.',
);

function contextOf(
  decision: At<DecisionRow>,
  sitting: At<SittingRow>,
  item: ItemRow,
): DecisionContext {
  const { convenedAt, startsOn, notified, attendance, board, moment } = sitting;
  const frozen = frozenOf(item, board);
  return {
    decision,
    sitting,
    item: itemOf(item, board, moment),
    notice: { convenedAt, startsOn, notified, noticeDays: frozen.rulebook?.noticeDays ?? null },
    ...frozen,
    attendance: attendance.map((one) => ({ ...one, person: personOf(one.person) })),
    recused: item.conflicts.filter(({ status }) => status === 'Recused').map(({ seat }) => seat),
  };
}

/** What the opening of the vote froze, and who was there at its closing. */
function frozenOf({ vote, quorum }: ItemRow, board: string) {
  const verified = quorum?.present ?? [];
  if (!vote) return { electorate: null, rulebook: null, rulebookVersion: null, present: verified };
  const { electorate, rulebook, rulebookVersion, result } = vote;
  return {
    electorate: electorateOf(electorate, board),
    rulebook,
    rulebookVersion,
    present: result?.present ?? verified,
  };
}
