import { AtMoment, Nodes, PageArgs, Person, personOf } from '@tavolo/graphql';
import type { At, Connection, RequestContext } from '@tavolo/graphql';
import type { Moment } from '@tavolo/projection';
import { Args, ArgsType, Context, Field, ID, Parent, Query } from '@nestjs/graphql';
import { ResolveField, Resolver } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { SittingRecords } from '../../application/sitting-records.js';
import type { SittingId } from '../../contract/index.js';
import { boardTable } from '../../read-model/board.projection.js';
import type { BoardRow } from '../../read-model/board.projection.js';
import { decisionTable } from '../../read-model/decision.projection.js';
import type { DecisionRow } from '../../read-model/decision.projection.js';
import { sittingTable } from '../../read-model/sitting.rows.js';
import type { ItemRow, SittingRow } from '../../read-model/sitting.rows.js';
import { Board } from './board.types.js';
import { chosen } from './chosen.js';
import { Decision } from './decision.types.js';
import { SittingStatusEnum } from './sitting.enums.js';
import { itemOf } from './sitting.shapes.js';
import {
  AgendaItem,
  Attendance,
  MinutesRectification,
  NoticeService,
  Sitting,
  SittingConnection,
  SittingRecord,
} from './sitting.types.js';

@ArgsType()
class SittingsArgs extends PageArgs {
  @IsOptional()
  @Field(() => ID, { nullable: true, description: 'Only of this board (organo).' })
  readonly board?: string | null;

  @IsOptional()
  @Field(() => SittingStatusEnum, { nullable: true, description: 'Only in this state (stato).' })
  readonly status?: string | null;
}

@Resolver(() => Sitting)
export class SittingResolver {
  constructor(
    private readonly nodes: Nodes,
    private readonly records: SittingRecords,
  ) {}

  @Query(() => Sitting, { nullable: true, description: 'One sitting (seduta).' })
  sitting(
    @Args('id', { type: () => ID, description: 'Its id.' }) id: string,
    @AtMoment() at: Moment,
    @Context() context: RequestContext,
  ): Promise<At<SittingRow> | null> {
    return this.nodes.one(sittingTable, { id, at, context });
  }

  @Query(() => SittingConnection, { description: 'The sittings, by their time (sedute).' })
  sittings(
    @Args() { board, status, ...page }: SittingsArgs,
    @AtMoment() at: Moment,
    @Context() context: RequestContext,
  ): Promise<Connection<SittingRow>> {
    return this.nodes.page(
      sittingTable,
      { ...page, where: chosen({ board, status }) },
      { at, context },
    );
  }

  @ResolveField(() => Board, { nullable: true, description: 'The board (organo).' })
  board(
    @Parent() { board: id, moment: at }: At<SittingRow>,
    @Context() context: RequestContext,
  ): Promise<At<BoardRow> | null> {
    return this.nodes.one(boardTable, { id, at, context });
  }

  @ResolveField(() => [AgendaItem], { description: 'Agenda (ordine del giorno).' })
  items(@Parent() { items, board, moment }: At<SittingRow>) {
    return items.map((item) => itemOf(item, board, moment));
  }

  @ResolveField(() => SittingRecord, {
    nullable: true,
    description:
      'Its canonical record, as of the moment asked about, rule GB-9; null where a matter on the agenda is kept from you.',
  })
  async record(@Parent() { id, items, moment }: At<SittingRow>): Promise<SittingRecord | null> {
    const record = await this.records.of(id as SittingId, moment.position);
    const shown = new Set(items.map(({ item }) => item));
    return record?.items.every((item) => shown.has(item)) === true ? record : null;
  }

  @ResolveField(() => [Attendance], { description: 'Who was there and when (presenze).' })
  attendance(@Parent() { attendance }: SittingRow): readonly Attendance[] {
    return attendance.map((one) => ({ ...one, person: personOf(one.person) }));
  }

  @ResolveField(() => [NoticeService], { description: 'Who was served, when and how (notifiche).' })
  services(@Parent() { services }: SittingRow): readonly NoticeService[] {
    return services.map((one) => ({ ...one, recordedBy: personOf(one.recordedBy) }));
  }

  @ResolveField(() => [MinutesRectification], { description: 'What put them right (rettifiche).' })
  rectifications(@Parent() { rectifications }: SittingRow): readonly MinutesRectification[] {
    return rectifications.map((one) => ({ ...one, by: personOf(one.by) }));
  }

  @ResolveField(() => Person, { nullable: true, description: 'Who presides (presidente).' })
  chair(@Parent() { chair }: SittingRow): Person | null {
    return chair === null ? null : personOf(chair);
  }

  @ResolveField(() => Person, { nullable: true, description: 'Who keeps the minutes.' })
  secretary(@Parent() { secretary }: SittingRow): Person | null {
    return secretary === null ? null : personOf(secretary);
  }

  @ResolveField(() => Person, { nullable: true, description: 'Who drafted the minutes.' })
  minutesDraftedBy(@Parent() { minutesDraftedBy }: SittingRow): Person | null {
    return minutesDraftedBy === null ? null : personOf(minutesDraftedBy);
  }

  @ResolveField(() => Person, { nullable: true, description: 'Who approved the minutes.' })
  minutesApprovedBy(@Parent() { minutesApprovedBy }: SittingRow): Person | null {
    return minutesApprovedBy === null ? null : personOf(minutesApprovedBy);
  }
}

@Resolver(() => AgendaItem)
export class AgendaItemResolver {
  constructor(private readonly nodes: Nodes) {}

  @ResolveField(() => Decision, { nullable: true, description: 'The decision (proposta).' })
  decision(
    @Parent() { decision: id, moment: at }: At<ItemRow>,
    @Context() context: RequestContext,
  ): Promise<At<DecisionRow> | null> {
    return this.nodes.one(decisionTable, { id, at, context });
  }
}
