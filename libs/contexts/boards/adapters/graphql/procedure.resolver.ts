import { AtMoment, LocalDate, Nodes, PageArgs, Person, personOf } from '@tavolo/graphql';
import type { At, Connection, RequestContext } from '@tavolo/graphql';
import type { Moment } from '@tavolo/projection';
import { Args, ArgsType, Context, Field, ID, Parent, Query } from '@nestjs/graphql';
import { ResolveField, Resolver } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { boardTable } from '../../read-model/board.projection.js';
import type { BoardRow } from '../../read-model/board.projection.js';
import { decisionTable } from '../../read-model/decision.projection.js';
import type { DecisionRow } from '../../read-model/decision.projection.js';
import { procedureTable } from '../../read-model/procedure.rows.js';
import type { ProcedureRow } from '../../read-model/procedure.rows.js';
import { Board } from './board.types.js';
import { chosen } from './chosen.js';
import { Decision } from './decision.types.js';
import { ProcedureKindEnum } from './procedure-rule.types.js';
import { knownOf, progressOf, repliersOf, timesOf } from './procedure.shapes.js';
import {
  CallForSitting,
  DocumentRequest,
  Procedure,
  ProcedureConnection,
  ProcedureEnding,
  ProcedureObjection,
  ProcedureProgress,
  ProcedureStatusEnum,
  Reply,
} from './procedure.types.js';
import { electorateOf, traceOf } from './sitting.shapes.js';
import { tieShown } from './tie.shapes.js';
import { Voter } from './vote.types.js';

@ArgsType()
class ProceduresOfBoardArgs extends PageArgs {
  @IsOptional()
  @Field(() => ProcedureStatusEnum, { nullable: true, description: 'Only in this state (stato).' })
  readonly status?: string | null;

  @IsOptional()
  @Field(() => ProcedureKindEnum, { nullable: true, description: 'Only of this kind.' })
  readonly kind?: string | null;
}

@ArgsType()
class ProceduresArgs extends ProceduresOfBoardArgs {
  @IsOptional()
  @Field(() => ID, { nullable: true, description: 'Only of this board (organo).' })
  readonly board?: string | null;

  @IsOptional()
  @Field(() => ID, { nullable: true, description: 'Only on this decision (proposta).' })
  readonly decision?: string | null;
}

@Resolver(() => Procedure)
export class ProcedureResolver {
  constructor(private readonly nodes: Nodes) {}

  @Query(() => Procedure, {
    nullable: true,
    description: 'One written or silence procedure (procedura).',
  })
  procedure(
    @Args('id', { type: () => ID, description: 'Its id.' }) id: string,
    @AtMoment() at: Moment,
    @Context() context: RequestContext,
  ): Promise<At<ProcedureRow> | null> {
    return this.nodes.one(procedureTable, { id, at, context });
  }

  @Query(() => ProcedureConnection, { description: 'The procedures, by their opening.' })
  procedures(
    @Args() { board, decision, status, kind, ...page }: ProceduresArgs,
    @AtMoment() at: Moment,
    @Context() context: RequestContext,
  ): Promise<Connection<ProcedureRow>> {
    const where = chosen({ board, decision, status, kind });
    return this.nodes.page(procedureTable, { ...page, where }, { at, context });
  }

  @ResolveField(() => Board, { nullable: true, description: 'The board (organo).' })
  board(
    @Parent() { board: id, moment: at }: At<ProcedureRow>,
    @Context() context: RequestContext,
  ): Promise<At<BoardRow> | null> {
    return this.nodes.one(boardTable, { id, at, context });
  }

  @ResolveField(() => Decision, { nullable: true, description: 'The decision (proposta).' })
  decision(
    @Parent() { decision: id, moment: at }: At<ProcedureRow>,
    @Context() context: RequestContext,
  ): Promise<At<DecisionRow> | null> {
    return this.nodes.one(decisionTable, { id, at, context });
  }

  @ResolveField(() => String, { description: 'How it is decided, with the version: procedure/1.' })
  route(@Parent() { route }: ProcedureRow): string {
    return `${route.kind}/${String(route.version)}`;
  }

  @ResolveField()
  electorate(@Parent() { electorate, board }: ProcedureRow) {
    return electorateOf(electorate, board);
  }

  @ResolveField()
  conflicts(@Parent() { conflicts }: ProcedureRow) {
    return conflicts.map((one) => ({ ...one, person: personOf(one.person) }));
  }

  @ResolveField(() => Person, { description: 'Who opened it.' })
  openedBy(@Parent() { openedBy }: ProcedureRow): Person {
    return personOf(openedBy);
  }

  @ResolveField(() => Person, {
    nullable: true,
    description: 'By whose act it was stopped; null where a process did.',
  })
  stoppedBy(@Parent() { stoppedBy }: ProcedureRow): Person | null {
    return stoppedBy?.startsWith('person-') === true ? personOf(stoppedBy) : null;
  }

  @ResolveField(() => ProcedureProgress, { description: 'How far it has come (avanzamento).' })
  progress(@Parent() row: ProcedureRow): ProcedureProgress {
    const { answered, ...progress } = progressOf(row);
    return { ...progress, answered: answered.length };
  }

  @ResolveField(() => LocalDate, {
    nullable: true,
    description: 'From this day on it may close early; null by silence, which never does.',
  })
  earliestClose(@Parent() row: ProcedureRow): string | null {
    return timesOf(row).earliestClose;
  }

  @ResolveField(() => LocalDate, {
    nullable: true,
    description: 'Until this day documents can be asked for; null where they cannot.',
  })
  documentRequestsUntil(@Parent() row: ProcedureRow): string | null {
    return timesOf(row).documentRequestsUntil;
  }

  @ResolveField(() => [LocalDate], { description: 'Days on which to remind (solleciti).' })
  remindersOn(@Parent() row: ProcedureRow): readonly string[] {
    return timesOf(row).remindersOn;
  }

  @ResolveField(() => [Reply], {
    description:
      'Answers in the order they were given (risposte); of a hidden procedure once it is closed, of a secret one never.',
  })
  replies(@Parent() { replies }: ProcedureRow): readonly Reply[] {
    return knownOf(replies);
  }

  @ResolveField(() => [Voter], {
    description:
      'Who has answered (votanti), in the order of seats; of a secret procedure once it is closed.',
  })
  voters(@Parent() row: ProcedureRow): readonly Voter[] {
    return repliersOf(row);
  }

  @ResolveField(() => [ProcedureObjection], { description: 'Objections (dissensi motivati).' })
  objections(@Parent() { objections }: ProcedureRow): readonly ProcedureObjection[] {
    return objections.map((one) => ({ ...one, person: personOf(one.person) }));
  }

  @ResolveField(() => [CallForSitting], { description: 'Calls for a sitting.' })
  sittingCalls(@Parent() { sittingCalls }: ProcedureRow): readonly CallForSitting[] {
    return sittingCalls.map((one) => ({ ...one, person: personOf(one.person) }));
  }

  @ResolveField(() => [DocumentRequest], { description: 'Documents asked for (integrazioni).' })
  documentRequests(@Parent() { documentRequests }: ProcedureRow): readonly DocumentRequest[] {
    return documentRequests.map((one) => ({ ...one, person: personOf(one.person) }));
  }

  @ResolveField(() => ProcedureEnding, {
    nullable: true,
    description: 'How it ended; null while it is open, or if it was stopped.',
  })
  ending(@Parent() { ending }: ProcedureRow): ProcedureEnding | null {
    return ending && { ...ending, trace: traceOf(ending.trace), tie: tieShown(ending.tie) };
  }
}

@Resolver(() => Board)
export class BoardProceduresResolver {
  constructor(private readonly nodes: Nodes) {}

  @ResolveField(() => ProcedureConnection, {
    description: 'Its written and silence procedures, by their opening (procedure).',
  })
  procedures(
    @Parent() { id: board, moment }: At<BoardRow>,
    @Args() { status, kind, ...page }: ProceduresOfBoardArgs,
    @Context() context: RequestContext,
  ): Promise<Connection<ProcedureRow>> {
    const where = chosen({ board, status, kind });
    return this.nodes.page(procedureTable, { ...page, where }, { at: moment, context });
  }
}
