import { asGraphql, AtMoment, BadForm, IsIdOf, Nodes } from '@tavolo/graphql';
import type { At, RequestContext } from '@tavolo/graphql';
import type { Moment } from '@tavolo/projection';
import { Args, ArgsType, Context, Field, ID, Query, Resolver } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import type { Rulebook as Rules } from '../../contract/index.js';
import { Recomputing } from '../../application/recomputing.js';
import type { Recomputation as Counted } from '../../domain/recomputation.js';
import { decisionTable } from '../../read-model/decision.projection.js';
import type { DecisionRow } from '../../read-model/decision.projection.js';
import { procedureTable } from '../../read-model/procedure.rows.js';
import { sittingTable } from '../../read-model/sitting.rows.js';
import { contextOf, procedureContextOf } from './decision-context.shapes.js';
import { DecisionContext, QuestionRecomputation, Recomputation } from './decision-context.types.js';
import { ProcedureContext } from './procedure-context.types.js';
import { RulebookInput } from './rulebook.inputs.js';
import { rulebookOf } from './rulebook.shapes.js';
import { questionOf, traceOf } from './sitting.shapes.js';
import { VoteContext } from './vote-context.types.js';

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

  @Query(() => VoteContext, {
    nullable: true,
    description:
      'What a decision was taken on (contesto), in a sitting or without one; null before it was put to either.',
  })
  async voteContext(
    @Args('decision', { type: () => ID, description: 'The decision.' }) id: string,
    @AtMoment() at: Moment,
    @Context() context: RequestContext,
  ): Promise<VoteContext | null> {
    const decision = await this.nodes.one(decisionTable, { id, at, context });
    if (!decision) return null;
    return decision.procedure === null
      ? await this.#inSitting(decision, at, context)
      : await this.#inWriting(decision, at, context);
  }

  @Query(() => DecisionContext, {
    nullable: true,
    description:
      'What a decision was taken on in a sitting (contesto); null before it was on an agenda. voteContext answers also for one without a sitting.',
  })
  async decisionContext(
    @Args('id', { type: () => ID, description: 'The decision.' }) id: string,
    @AtMoment() at: Moment,
    @Context() context: RequestContext,
  ): Promise<DecisionContext | null> {
    const decision = await this.nodes.one(decisionTable, { id, at, context });
    return decision && (await this.#inSitting(decision, at, context));
  }

  async #inSitting(
    decision: At<DecisionRow>,
    at: Moment,
    context: RequestContext,
  ): Promise<DecisionContext | null> {
    if (decision.sitting === null) return null;
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
    return decision && (await this.#inWriting(decision, at, context));
  }

  async #inWriting(
    decision: At<DecisionRow>,
    at: Moment,
    context: RequestContext,
  ): Promise<ProcedureContext | null> {
    const { procedure: id } = decision;
    if (id === null) return null;
    const procedure = await this.nodes.one(procedureTable, { id, at, context });
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
    return found && shown(found);
  }

  @Query(() => [QuestionRecomputation], {
    description:
      'Counts every closed vote on a question beside a decision again (ricalcolo): on its deferral, on its immediate enforceability; in the order of the sittings that it was before.',
  })
  async recomputeQuestions(
    @Args() { decision: id, rulebook }: RecomputeArgs,
    @AtMoment() at: Moment,
    @Context() context: RequestContext,
  ): Promise<readonly QuestionRecomputation[]> {
    const decision = await this.nodes.one(decisionTable, { id, at, context });
    const other = rulebook ? rulebookOf(rulebook, 'rulebook') : undefined;
    const counted = sittingsOf(decision).map((sitting) =>
      this.recomputing.questions(id, { sitting, upTo: at.position }, other),
    );
    const found = (await Promise.all(counted)).flat();
    return found.map(({ question, ...one }) => ({
      question: questionOf(question),
      ...shown(one),
    }));
  }

  #counted({ sitting, item, procedure }: DecisionRow, { position }: Moment, other?: Rules) {
    if (procedure !== null) return this.recomputing.procedure(procedure, position, other);
    if (sitting === null || item === null) return null;
    return this.recomputing.vote({ sitting, item }, position, other);
  }
}

type Shown = Pick<Recomputation, keyof Recomputation>;

/** The sittings that a decision was before, and is before now, each once. */
function sittingsOf(decision: DecisionRow | null): readonly string[] {
  const { deferrals = [], sitting = null } = decision ?? {};
  const all = [...deferrals.map((one) => one.sitting), ...(sitting === null ? [] : [sitting])];
  return [...new Set(all)].filter((one) => one.startsWith('sitting-'));
}

function shown({ recorded, computed, equal, rulebook }: Counted): Shown {
  if (!computed) throw asGraphql(secretByWeights, 'rulebook');
  return {
    equal,
    recorded: recorded.outcome,
    computed: computed.outcome,
    trace: traceOf(computed.trace),
    recordedTrace: traceOf(recorded.trace),
    rulebook,
  };
}

const secretByWeights = new BadForm(
  'Una votazione segreta non si può ricontare con pesi o per categorie: nessuno sa chi ha votato come.',
  'A secret vote cannot be counted by weights or categories: nobody knows who voted how.',
);
