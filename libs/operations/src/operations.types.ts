import { enumOf, Instant, Person, Refusal } from '@tavolo/graphql';
import { createUnionType, Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsBoolean, IsOptional, IsUUID } from 'class-validator';

export const ReadModelStateEnum = enumOf(
  'ReadModelState',
  ['catchingUp', 'live', 'retrying', 'failed', 'stopped'],
  'How the writing of the read model is: `live` follows the log, `failed` needs another program.',
);

export const JobKindEnum = enumOf('JobKind', ['rebuild'], 'What takes long on a server (lavoro).');

export const JobStateEnum = enumOf(
  'JobState',
  ['running', 'finished', 'cancelled', 'failed'],
  'Whether a job goes on, or how it ended (stato del lavoro).',
);

@ObjectType({ description: 'Tables of the read model that are written together (proiezione).' })
export class OperatedProjection {
  @Field(() => String, { description: 'Its name.' })
  readonly name!: string;

  @Field(() => Int, { description: 'Rises when what it writes changes (versione).' })
  readonly version!: number;
}

@ObjectType({ description: 'How far somebody is behind the log (ritardo).' })
export class OperatedLag {
  @Field(() => String, { description: 'Who reads: `projections` or `processes`.' })
  readonly reader!: string;

  @Field(() => Int, { description: 'Events still to be read; counted up to a thousand.' })
  readonly events!: number;

  @Field(() => Float, { description: 'Age in seconds of the first of them.' })
  readonly seconds!: number;
}

@ObjectType({ description: 'What a process has still to take up (coda).' })
export class OperatedQueue {
  @Field(() => String, { description: 'The process.' })
  readonly process!: string;

  @Field(() => Int, { description: 'How many matters.' })
  readonly open!: number;
}

@ObjectType({ description: 'Events of a type that this program does not know (tralasciati).' })
export class OperatedPassedOver {
  @Field(() => String, { description: 'The type.' })
  readonly type!: string;

  @Field(() => Int, { description: 'Its shape.' })
  readonly schema!: number;

  @Field(() => String, { description: 'Position of the first.' })
  readonly firstPosition!: string;

  @Field(() => Int, { description: 'How many.' })
  readonly events!: number;
}

@ObjectType({ description: 'What went wrong last (guasto).' })
export class OperatedFailure {
  @Field(() => String, { nullable: true, description: 'The projection; null where the log is.' })
  readonly projection!: string | null;

  @Field(() => String, { nullable: true, description: 'Position of the event at which it was.' })
  readonly position!: string | null;

  @Field(() => ID, { nullable: true, description: 'The event at which it was.' })
  readonly eventId!: string | null;

  @Field(() => String, { description: 'What the program says of it, in English.' })
  readonly message!: string;
}

@ObjectType({ description: 'A table of two read models that were compared (confronto).' })
export class ComparedTable {
  @Field(() => String, { description: 'The table.' })
  readonly table!: string;

  @Field(() => Int, { description: 'Ids with the same rows at every moment.' })
  readonly same!: number;

  @Field(() => Int, { description: 'Ids whose rows differ at some moment.' })
  readonly differing!: number;

  @Field(() => [String], { description: 'A few of them.' })
  readonly examples!: readonly string[];
}

@ObjectType({ description: 'A long work of this server, until it restarts (lavoro).' })
export class Job {
  @Field(() => ID, { description: 'The id of the command that began it.' })
  readonly id!: string;

  @Field(() => JobKindEnum, { description: 'What it does.' })
  readonly kind!: string;

  @Field(() => JobStateEnum, { description: 'Whether it goes on.' })
  readonly state!: string;

  @Field(() => Person, {
    nullable: true,
    description: 'Who began it; null for who works on the machine itself (chi).',
  })
  readonly startedBy!: Person | null;

  @Field(() => Instant, { description: 'When it began (inizio).' })
  readonly startedAt!: string;

  @Field(() => Instant, { nullable: true, description: 'When it ended (fine).' })
  readonly endedAt!: string | null;

  @Field(() => Int, { description: 'How many events are done (fatti).' })
  readonly done!: number;

  @Field(() => Int, { description: 'Of how many; it grows while the log does (totale).' })
  readonly total!: number;

  @Field(() => Float, { description: 'Events a second since it began (ritmo).' })
  readonly rate!: number;

  @Field(() => Float, { nullable: true, description: 'Seconds left at that rate (mancano).' })
  readonly etaSeconds!: number | null;

  @Field(() => Boolean, { description: 'It was asked to stop, and has not yet.' })
  readonly cancelling!: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: 'The new read model is in use; null while that is not known.',
  })
  readonly swapped!: boolean | null;

  @Field(() => OperatedFailure, {
    nullable: true,
    description: 'Why it failed, and at which event where it was at one (errore).',
  })
  readonly failure!: OperatedFailure | null;

  @Field(() => [ComparedTable], { description: 'How the two read models compare, once both are.' })
  readonly tables!: readonly ComparedTable[];
}

@ObjectType({ description: 'How this server is, for the administrator (esercizio).' })
export class Operations {
  @Field(() => ReadModelStateEnum, { description: 'How the writing of the read model is.' })
  readonly state!: string;

  @Field(() => String, { description: 'Up to which position of the log it was read.' })
  readonly position!: string;

  @Field(() => Int, { description: 'How many events that is (eventi letti).' })
  readonly events!: number;

  @Field(() => [OperatedProjection], {
    description: 'The projections; they are written together and stand at one position.',
  })
  readonly projections!: readonly OperatedProjection[];

  @Field(() => [OperatedLag], { description: 'Who is how far behind the log.' })
  readonly lags!: readonly OperatedLag[];

  @Field(() => [OperatedQueue], { description: 'What processes have still to take up.' })
  readonly queues!: readonly OperatedQueue[];

  @Field(() => [OperatedPassedOver], { description: 'What a newer program wrote.' })
  readonly passedOver!: readonly OperatedPassedOver[];

  @Field(() => OperatedFailure, { nullable: true, description: 'What went wrong last.' })
  readonly failure!: OperatedFailure | null;

  @Field(() => Job, {
    nullable: true,
    description: 'The last rebuild that this server finished since it started.',
  })
  readonly lastRebuild!: Job | null;

  @Field(() => [Job], { description: 'Jobs since the server started, the newest first (lavori).' })
  readonly jobs!: readonly Job[];
}

@InputType({ description: 'Builds the read model anew beside the one in use (ricostruzione).' })
export class StartRebuildInput {
  @IsUUID()
  @Field(() => ID, { description: 'A UUID of your choice: it names the job.' })
  readonly commandId!: string;

  @IsOptional()
  @IsBoolean()
  @Field(() => Boolean, {
    nullable: true,
    description: 'Takes the new one into use although its rows differ: you have looked why.',
  })
  readonly takeAlthoughDifferent?: boolean | null;
}

@InputType({ description: 'Stops a job; what it was about stays as it is (annullamento).' })
export class CancelJobInput {
  @IsOptional()
  @IsUUID()
  @Field(() => ID, { nullable: true, description: 'A UUID of your choice.' })
  readonly commandId?: string;

  @IsUUID()
  @Field(() => ID, { description: 'The job.' })
  readonly job!: string;
}

export const JobResult = createUnionType({
  name: 'JobResult',
  description: 'A job as it is now; a refused command is an answer too.',
  types: () => [Job, Refusal] as const,
  resolveType: (value: object) => ('rule' in value ? Refusal : Job),
});
