import { CommandInput, Instant, Person, Receipt, Refusal, Sha256 } from '@tavolo/graphql';
import { createUnionType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Matches } from 'class-validator';

@ObjectType({ description: 'One policy: who may do what, or may never (regola di accesso).' })
export class AccessPolicy {
  @Field(() => ID, { description: 'Its name, as events and refusals say it.' })
  readonly id!: string;

  @Field(() => String, { description: 'What it says, in the language of the request.' })
  readonly sentence!: string;

  @Field(() => Boolean, { description: 'It forbids, against every permission (divieto).' })
  readonly forbids!: boolean;

  @Field(() => [String], { description: 'The actions that it is about (azioni).' })
  readonly actions!: readonly string[];
}

@ObjectType({ description: 'A file of policies, as it was read.' })
export class PolicyFile {
  @Field(() => String, { description: 'Its name.' })
  readonly name!: string;

  @Field(() => String, { description: 'Its text, in Cedar.' })
  readonly text!: string;
}

@ObjectType({
  description:
    'Policies as a whole, from when they were active (versione delle regole di accesso).',
})
export class PolicyVersion {
  @Field(() => Sha256, { description: 'Names exactly this text; events carry it.' })
  readonly hash!: string;

  @Field(() => Boolean, { description: 'This server decides by it now (in vigore).' })
  readonly active!: boolean;

  @Field(() => Instant, {
    nullable: true,
    description: 'From when; null for what lies in the folder of the server and waits (dal).',
  })
  readonly activatedAt!: string | null;

  @Field(() => Person, { nullable: true, description: 'Which administrator activated it.' })
  readonly activatedBy!: Person | null;

  @Field(() => [AccessPolicy], { description: 'Its policies, in words.' })
  readonly policies!: readonly AccessPolicy[];

  @Field(() => [PolicyFile], { description: 'Its files; with the schema they give the hash.' })
  readonly files!: readonly PolicyFile[];

  @Field(() => String, { description: 'Its schema: what the policies speak of.' })
  readonly schema!: string;
}

@InputType({
  description: 'Activates the policies that this server has in its folder (entrata in vigore).',
})
export class ActivatePoliciesInput extends CommandInput {
  @Matches(/^[0-9a-f]{64}$/u)
  @Field(() => Sha256, { description: 'The hash of what you read in `policyVersions`.' })
  readonly hash!: string;
}

@ObjectType({ description: 'Policies that are active now.' })
export class PoliciesActivated {
  @Field(() => Receipt, { description: 'Where in the log it landed (ricevuta).' })
  readonly receipt!: Receipt;
}

export const PoliciesActivatedResult = createUnionType({
  name: 'PoliciesActivatedResult',
  description: 'What activating policies answers; a refused one is an answer too.',
  types: () => [PoliciesActivated, Refusal] as const,
  resolveType: (value: object) => ('rule' in value ? Refusal : PoliciesActivated),
});
