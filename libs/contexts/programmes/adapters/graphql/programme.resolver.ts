import { AtMoment, euro, Money as MoneyType, Mutations, Nodes, PageArgs } from '@tavolo/graphql';
import type { At, CommandResult, Connection, Money, RequestContext } from '@tavolo/graphql';
import type { Moment } from '@tavolo/projection';
import { Args, ArgsType, Context, Field, ID, Mutation, Parent, Query } from '@nestjs/graphql';
import { ResolveField, Resolver } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { programmeTable } from '../../read-model/programme.projection.js';
import type { ProgrammeRow } from '../../read-model/programme.projection.js';
import { AdoptProgrammeInput, DefineProgrammeInput } from './programme.inputs.js';
import {
  BudgetAllocation,
  PeriodEnum,
  Programme,
  ProgrammeConnection,
  ProgrammeResult,
} from './programme.types.js';

@ArgsType()
class ProgrammesArgs extends PageArgs {
  @IsOptional()
  @Field(() => PeriodEnum, { nullable: true, description: 'Only of this period.' })
  readonly period?: string | null;
}

@Resolver(() => Programme)
export class ProgrammeResolver {
  constructor(
    private readonly nodes: Nodes,
    private readonly mutations: Mutations,
  ) {}

  @Query(() => Programme, { nullable: true, description: 'One programme (programma).' })
  programme(
    @Args('id', { type: () => ID, description: 'Its id.' }) id: string,
    @AtMoment() at: Moment,
    @Context() context: RequestContext,
  ): Promise<At<ProgrammeRow> | null> {
    return this.nodes.one(programmeTable, { id, at, context });
  }

  @Query(() => ProgrammeConnection, { description: 'The programmes, by title.' })
  programmes(
    @Args() { period, ...page }: ProgrammesArgs,
    @AtMoment() at: Moment,
    @Context() context: RequestContext,
  ): Promise<Connection<ProgrammeRow>> {
    const where = period == null ? {} : { period: [period] };
    return this.nodes.page(programmeTable, { ...page, where }, { at, context });
  }

  @ResolveField(() => MoneyType, {
    nullable: true,
    description: 'What its calls may be allocated in all (dotazione).',
  })
  envelope(@Parent() { envelopeCents }: ProgrammeRow): Money | null {
    return envelopeCents === null ? null : euro(envelopeCents);
  }

  @ResolveField(() => [BudgetAllocation], { description: 'What its calls got (stanziamenti).' })
  allocations(@Parent() { allocations }: ProgrammeRow) {
    return allocations.map(({ call, cents }) => ({ call, amount: euro(cents) }));
  }

  @ResolveField(() => MoneyType, {
    description: 'What came back to it, and may be allocated again (B-10, ritorni).',
  })
  returned(@Parent() { returnedCents }: ProgrammeRow): Money {
    return euro(returnedCents);
  }

  @ResolveField(() => MoneyType, {
    nullable: true,
    description: 'What is left to allocate (B-1, residuo); null where there is no envelope.',
  })
  residual(@Parent() { envelopeCents, allocations, returnedCents }: ProgrammeRow): Money | null {
    if (envelopeCents === null) return null;
    const allocated = allocations.reduce((total, { cents }) => total + cents, 0);
    return euro(envelopeCents - allocated + returnedCents);
  }

  @Mutation(() => ProgrammeResult, { description: 'Defines a programme (definizione).' })
  defineProgramme(
    @Args('input') input: DefineProgrammeInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    const sent = { ...programmeCommand, type: 'DefineProgramme', target: null, input };
    return this.mutations.send(sent, context);
  }

  @Mutation(() => ProgrammeResult, { description: 'Adopts a programme (adozione).' })
  adoptProgramme(
    @Args('input') { programme: target, ...input }: AdoptProgrammeInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    const sent = { ...programmeCommand, type: 'AdoptProgramme', target, input };
    return this.mutations.send(sent, context);
  }
}

const programmeCommand = { aggregate: 'programme', field: 'programme' } as const;
