import { euro, Money as MoneyType, Nodes, personOf } from '@tavolo/graphql';
import type { At, Money, RequestContext } from '@tavolo/graphql';
import type { Reminder } from '@tavolo/waiting';
import { ReminderGiven } from '@tavolo/waiting/module';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Partner } from '../../../partners/adapters/graphql/partner.types.js';
import type { ProtocolEntry as Entry } from '../../domain/agreement.events.js';
import { agreementVersionTable } from '../../read-model/agreement.rows.js';
import type { AgreementRow, AgreementVersionRow } from '../../read-model/agreement.rows.js';
import type { VersionPartyRow } from '../../read-model/agreement.rows.js';
import {
  AgreementVersion,
  AgreementVersionParty,
  AmendmentChange,
} from './agreement-version.types.js';
import { Agreement, AgreementSignature, ProtocolEntry } from './agreement.types.js';
import { SignatureElsewhere } from './recording.types.js';

@Resolver(() => Agreement)
export class AgreementVersionsResolver {
  constructor(private readonly nodes: Nodes) {}

  @ResolveField(() => [AgreementVersion], {
    description: 'The founding text and its amendments, as they were begun (versioni).',
  })
  versions(
    @Parent() { id: value, moment: at }: At<AgreementRow>,
    @Context() context: RequestContext,
  ): Promise<readonly At<AgreementVersionRow>[]> {
    return this.nodes.related(agreementVersionTable, 'agreement', { value, at, context });
  }

  @ResolveField(() => MoneyType, { nullable: true, description: 'What was used of it (saldo).' })
  settled(@Parent() { settledCents }: AgreementRow): Money | null {
    return settledCents === null ? null : euro(settledCents);
  }
}

@Resolver(() => AgreementVersion)
export class AgreementVersionResolver {
  @ResolveField(() => [AgreementVersionParty], { description: 'Who signs it, and how far it is.' })
  parties(@Parent() { parties, moment }: At<AgreementVersionRow>): readonly At<VersionPartyRow>[] {
    return parties.map((party) => ({ ...party, moment }));
  }

  @ResolveField(() => ProtocolEntry, { nullable: true, description: 'Its registration.' })
  registration(@Parent() { registration, moment }: At<AgreementVersionRow>): At<Entry> | null {
    return registration && { ...registration, moment };
  }
}

@Resolver(() => AmendmentChange)
export class AmendmentChangeResolver {
  @ResolveField(() => MoneyType, { nullable: true, description: 'The new whole amount.' })
  total(@Parent() { totalCents }: NonNullable<AgreementVersionRow['change']>): Money | null {
    return totalCents === undefined ? null : euro(totalCents);
  }
}

@Resolver(() => AgreementVersionParty)
export class AgreementVersionPartyResolver {
  constructor(private readonly nodes: Nodes) {}

  @ResolveField(() => Partner, { nullable: true, description: 'The organisation (ente).' })
  partner(
    @Parent() { partner, moment: at }: At<VersionPartyRow>,
    @Context() context: RequestContext,
  ): Promise<At<{ readonly id: string }> | null> {
    return this.nodes.any(partner, at, context);
  }

  @ResolveField(() => MoneyType, { description: 'Its share of the total (quota).' })
  share(@Parent() { shareCents }: VersionPartyRow): Money {
    return euro(shareCents);
  }

  @ResolveField(() => AgreementSignature, { nullable: true, description: 'Its signature (firma).' })
  signature(@Parent() { signature }: VersionPartyRow): AgreementSignature | null {
    return signature && { ...signature, signatory: personOf(signature.signatory) };
  }

  @ResolveField(() => ReminderGiven, {
    nullable: true,
    description: 'The last reminder that its signature is awaited; null where there was none.',
  })
  reminder(@Parent() { reminder, moment }: At<VersionPartyRow>): At<Reminder> | null {
    return reminder && { ...reminder, moment };
  }

  @ResolveField(() => SignatureElsewhere, {
    nullable: true,
    description: 'Its signature, where it was given elsewhere; `signature` is null then.',
  })
  signedElsewhere(
    @Parent() { signedElsewhere: given }: VersionPartyRow,
  ): SignatureElsewhere | null {
    return given && { ...given, signatory: personOf(given.signatory) };
  }
}
