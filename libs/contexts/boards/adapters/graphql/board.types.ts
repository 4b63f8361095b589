import { connectionOf, enumOf, LocalDate, Node, Person, resultOf } from '@tavolo/graphql';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Partner } from '../../../partners/adapters/graphql/partner.types.js';
import { SourceEnum } from '@tavolo/graphql';
import { boardLevels } from '../../contract/index.js';
import { boardStatuses, seatStatuses } from '../../read-model/board.projection.js';
import { Rulebook } from './rulebook.types.js';

export const BoardLevelEnum = enumOf(
  'BoardLevel',
  boardLevels,
  'Level of governance of a board (livello).',
);
export const BoardStatusEnum = enumOf(
  'BoardStatus',
  boardStatuses,
  'State of a board (stato): constituted once nothing that it needs to sit is missing, inquorate (non in numero) when something is missing again.',
);
export const SeatStatusEnum = enumOf(
  'SeatStatus',
  seatStatuses,
  'State of a seat (stato del seggio); from when to when it is held, its dates say.',
);

@ObjectType({ description: 'A seat of a board with its holder (seggio).' })
export class BoardSeat {
  @Field(() => ID, { description: 'Its id in the board, for commands.' })
  readonly seat!: string;

  @Field(() => ID, { description: 'The mandate that it gives its holder (mandato).' })
  readonly mandate!: string;

  @Field(() => String, { description: 'What it stands for (categoria).' })
  readonly category!: string;

  @Field(() => SeatStatusEnum, { description: 'State (stato).' })
  readonly status!: string;

  @Field(() => Person, { description: 'Who is designated for it or holds it (componente).' })
  readonly person!: Person;

  @Field(() => Partner, { nullable: true, description: 'On whose behalf (ente).' })
  readonly organisation!: unknown;

  @Field(() => LocalDate, { nullable: true, description: 'First day in office.' })
  readonly from!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Last day in office.' })
  readonly until!: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'First day of its last suspension (sospensione): nobody sits for it meanwhile.',
  })
  readonly suspendedFrom!: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'From when on its holder is in office again after that (reintegrazione).',
  })
  readonly reinstatedFrom!: string | null;
}

@ObjectType({
  description:
    'A chair, vice chair, secretary or alternate (presidente, vice, segretario, supplente).',
})
export class BoardOffice {
  @Field(() => ID, { description: 'The mandate that it gives (mandato).' })
  readonly mandate!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The seat of the chair, or that an alternate sits for.',
  })
  readonly seat!: string | null;

  @Field(() => Person, { description: 'Who holds it.' })
  readonly person!: Person;

  @Field(() => LocalDate, { description: 'First day in office.' })
  readonly from!: string;

  @Field(() => LocalDate, { description: 'Last day in office.' })
  readonly until!: string;
}

@ObjectType({ description: 'A version of the rulebook of a board (versione del regolamento).' })
export class RulebookVersion {
  @Field(() => Int, { description: 'The version, from 1.' })
  readonly version!: number;

  @Field(() => Rulebook, { description: 'How the board decided by it.' })
  readonly rulebook!: Rulebook;

  @Field(() => ID, {
    nullable: true,
    description: 'The decision that brought it; null for the first, which came with the board.',
  })
  readonly decision!: string | null;
}

@ObjectType({
  implements: () => [Node],
  description: 'A governing board (cabina di regia): who sits in it, by which rules it decides.',
})
export class Board extends Node {
  @Field(() => Int, { description: 'Revision of its last fact.' })
  readonly revision!: number;

  @Field(() => BoardStatusEnum, { description: 'State (stato).' })
  readonly status!: string;

  @Field(() => String, { description: 'Name (denominazione).' })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'Name in English.' })
  readonly nameEn!: string | null;

  @Field(() => BoardLevelEnum, { description: 'Level of governance (livello).' })
  readonly level!: string;

  @Field(() => Int, { description: 'Seats that it is composed of, vacant ones too (seggi).' })
  readonly seatCount!: number;

  @Field(() => Rulebook, { description: 'How it decides (regolamento).' })
  readonly rulebook!: Rulebook;

  @Field(() => Int, { description: 'Version of the rulebook.' })
  readonly rulebookVersion!: number;

  @Field(() => [RulebookVersion], { description: 'Its rulebooks, the first first (versioni).' })
  readonly rulebooks!: readonly RulebookVersion[];

  @Field(() => LocalDate, { description: 'Its last day (scadenza), rule GB-6.' })
  readonly termUntil!: string;

  @Field(() => SourceEnum, { nullable: true, description: 'Where a demo datum comes from.' })
  readonly source!: string | null;
}

export const BoardConnection = connectionOf(Board);
export const BoardResult = resultOf(Board, 'board');
