import { enumOf } from '@tavolo/graphql';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { objectionEffects, procedureKinds, replyChanges } from '../../contract/index.js';
import { QuorumRule } from './quorum.types.js';

export const ProcedureKindEnum = enumOf(
  'ProcedureKind',
  procedureKinds,
  'How a body decides without sitting: in writing (procedura scritta) or by silence (silenzio-assenso).',
);
export const ReplyChangeEnum = enumOf(
  'ReplyChange',
  replyChanges,
  'Whether a seat can change its reply until the close (ripensamento).',
);
export const ObjectionEffectEnum = enumOf(
  'ObjectionEffect',
  objectionEffects,
  'What enough objections lead to: a sitting, or the proposal is turned down.',
);

@ObjectType({ isAbstract: true })
class ProcedureTimes {
  @Field(() => Int, { description: 'Whole days to answer, at least (giorni minimi).' })
  readonly minDays!: number;

  @Field(() => Int, { nullable: true, description: 'Whole days to answer, at most.' })
  readonly maxDays?: number;

  @Field(() => Int, {
    nullable: true,
    description: 'So many members bring it to a sitting; null where they cannot.',
  })
  readonly sittingCalls?: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Days by which the deadline is put off, once (proroga); null where it is not.',
  })
  readonly extensionDays?: number;

  @Field(() => [Int], {
    nullable: true,
    description: 'Days before the deadline on which to remind (solleciti).',
  })
  readonly reminderDays?: readonly number[];

  @Field(() => Int, {
    nullable: true,
    description: 'Days within which documents can be asked for; null where they cannot.',
  })
  readonly documentRequestDays?: number;
}

@ObjectType({ description: 'The rules of a written procedure (procedura scritta).' })
export class WrittenRule extends ProcedureTimes {
  @Field(() => QuorumRule, {
    nullable: true,
    description: 'How many must reply; null where it is the quorum of a sitting.',
  })
  readonly replies?: QuorumRule;

  @Field(() => ReplyChangeEnum, { description: 'Whether a reply can be changed.' })
  readonly replyChange!: string;
}

@ObjectType({ description: 'The rules of a silence procedure (procedura di silenzio).' })
export class SilenceRule extends ProcedureTimes {
  @Field(() => Int, {
    nullable: true,
    description: 'Whole days at most where sensitive interests are touched (interessi sensibili).',
  })
  readonly sensitiveMaxDays?: number;

  @Field(() => Int, { description: 'So many objections keep it from being adopted.' })
  readonly objections!: number;

  @Field(() => ObjectionEffectEnum, { description: 'What so many objections lead to.' })
  readonly onObjections!: string;
}
