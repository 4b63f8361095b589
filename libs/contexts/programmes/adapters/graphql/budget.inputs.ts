import { Cents, IsIdOf } from '@tavolo/graphql';
import { Field, ID, InputType } from '@nestjs/graphql';
import { IsUUID } from 'class-validator';
import { OnBudgetInput } from './programme.forms.js';
import { PoolEnum } from './budget.types.js';

@InputType({ description: 'Holds a part of a share for a commitment (prenotazione di impegno).' })
export class ReserveFundsInput extends OnBudgetInput {
  @IsUUID()
  @Field(() => ID, { description: 'The line (voce di costo).' })
  readonly line!: string;

  @IsIdOf('partner')
  @Field(() => ID, { description: 'Whose share (partner).' })
  readonly partner!: string;

  @Field(() => Cents, { description: 'Amount in integer cents (importo).' })
  readonly cents!: number;
}

@InputType({ description: 'Gives a reservation back to its line (svincolo).' })
export class ReleaseReservationInput extends OnBudgetInput {
  @IsUUID()
  @Field(() => ID, { description: 'The reservation (prenotazione).' })
  readonly reservation!: string;
}

@InputType({ description: 'Binds what was reserved (B-2, impegno).' })
export class CommitFundsInput extends OnBudgetInput {
  @IsUUID()
  @Field(() => ID, { description: 'The reservation (prenotazione).' })
  readonly reservation!: string;

  @Field(() => Cents, { description: 'Amount in integer cents (importo).' })
  readonly cents!: number;

  @IsIdOf('agreement')
  @Field(() => ID, { description: 'An agreement in force (B-2, accordo).' })
  readonly agreement!: string;

  @IsIdOf('decision')
  @Field(() => ID, { description: 'An effective decision (B-2, decisione).' })
  readonly decision!: string;
}

@InputType({ description: 'Raises a commitment (B-2, integrazione dell’impegno).' })
export class AdjustCommitmentInput extends OnBudgetInput {
  @IsUUID()
  @Field(() => ID, { description: 'The commitment (impegno).' })
  readonly commitment!: string;

  @Field(() => Cents, { description: 'Its new amount in integer cents (importo).' })
  readonly cents!: number;

  @IsIdOf('decision')
  @Field(() => ID, { description: 'An effective decision (B-2, decisione).' })
  readonly decision!: string;
}

@InputType({
  description: 'Sets a part of a commitment free, into a named pool (B-10, disimpegno).',
})
export class DecommitFundsInput extends OnBudgetInput {
  @IsUUID()
  @Field(() => ID, { description: 'The commitment (impegno).' })
  readonly commitment!: string;

  @Field(() => Cents, { description: 'Amount in integer cents (importo).' })
  readonly cents!: number;

  @Field(() => PoolEnum, { description: 'Where it goes (destinazione).' })
  readonly pool!: string;
}
