import { euro, Money as MoneyType, Nodes, personOf } from '@tavolo/graphql';
import type { At, Money, RequestContext } from '@tavolo/graphql';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Partner } from '../../../partners/adapters/graphql/partner.types.js';
import type { ProtocolEntry as Entry } from '../../domain/agreement.events.js';
import type { AgreementPartyRow, RecordedAfterwardsRow } from '../../read-model/agreement.rows.js';
import { PartyStatusEnum } from './agreement.enums.js';
import { AgreementParty, AgreementSignature, ProtocolEntry } from './agreement.types.js';
import { RecordedAfterwards, SignatureElsewhere, Waiver } from './recording.types.js';

type Found = At<{ readonly id: string }>;

@Resolver(() => AgreementParty)
export class AgreementPartyResolver {
  constructor(private readonly nodes: Nodes) {}

  @ResolveField(() => Partner, { nullable: true, description: 'The organisation (ente).' })
  partner(
    @Parent() { partner, moment: at }: At<AgreementPartyRow>,
    @Context() context: RequestContext,
  ): Promise<Found | null> {
    return this.nodes.any(partner, at, context);
  }

  @ResolveField(() => MoneyType, { description: 'Its share of the total (quota).' })
  share(@Parent() { shareCents }: AgreementPartyRow): Money {
    return euro(shareCents);
  }

  @ResolveField(() => PartyStatusEnum, {
    description: 'How far it is with the frozen text (stato).',
  })
  status(@Parent() { approval, signature, signedElsewhere }: AgreementPartyRow): string {
    if (signature ?? signedElsewhere) return 'signed';
    return approval ? 'approved' : 'waiting';
  }

  @ResolveField(() => AgreementSignature, { nullable: true, description: 'Its signature (firma).' })
  signature(@Parent() { signature }: AgreementPartyRow): AgreementSignature | null {
    return signature && { ...signature, signatory: personOf(signature.signatory) };
  }

  @ResolveField(() => SignatureElsewhere, {
    nullable: true,
    description: 'Its signature, where it was given elsewhere; `signature` is null then.',
  })
  signedElsewhere(
    @Parent() { signedElsewhere: given }: AgreementPartyRow,
  ): SignatureElsewhere | null {
    return given && { ...given, signatory: personOf(given.signatory) };
  }
}

@Resolver(() => ProtocolEntry)
export class ProtocolEntryResolver {
  constructor(private readonly nodes: Nodes) {}

  @ResolveField(() => Partner, {
    nullable: true,
    description: 'The body that keeps the protocol (ente che protocolla).',
  })
  register(
    @Parent() { register, moment: at }: At<Entry>,
    @Context() context: RequestContext,
  ): Promise<Found | null> {
    return this.nodes.any(register, at, context);
  }
}

@Resolver(() => RecordedAfterwards)
export class RecordedAfterwardsResolver {
  @ResolveField(() => [Waiver], { description: 'What was waived for it, by whom (deroghe).' })
  waivers(@Parent() { waivers }: RecordedAfterwardsRow): readonly Waiver[] {
    return waivers.map((waiver) => ({ ...waiver, waivedBy: personOf(waiver.waivedBy) }));
  }
}
