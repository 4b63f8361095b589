import { INSTANCE_STREAM, Realm } from '@tavolo/access';
import type { GovernedKind } from '@tavolo/access';
import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Partners } from '../contract/index.js';
import type { PartnerId, PartnerKind } from '../contract/index.js';

const ofPartner: GovernedKind['acts'] = {
  RegisterPartner: { action: 'openAccess' },
  ClassifyPartner: 'openAccess',
  MarkDuplicate: 'openAccess',
  RecordIdentifier: 'describe',
  UpdatePartnerDetails: 'describe',
  RecordBeneficialOwners: 'describe',
  AppointLegalRepresentative: 'empower',
  EndLegalRepresentation: 'empower',
  AuthoriseSignatory: 'empower',
  RevokeSignatory: 'empower',
  SubmitEligibilityEvidence: 'represent',
  RequestWithdrawal: 'represent',
  AnswerExclusion: 'represent',
  DeclareInterest: 'declare',
  VerifyEligibility: 'verify',
  SuspendPartner: 'approve',
  ReinstatePartner: 'approve',
  ConfirmWithdrawal: 'approve',
  OpenExclusion: 'approve',
  DropExclusion: 'approve',
  ExcludePartner: 'approve',
  RecordSuccession: 'approve',
  RecordDissolution: 'approve',
};

/** Who acts for one of these acts for an authority of the programmes. */
const authorities: readonly PartnerKind[] = ['authority', 'ministry'];

/** What the policies are asked about partners. */
@Injectable()
export class PartnersRealm implements OnModuleInit {
  constructor(
    private readonly realm: Realm,
    private readonly partners: Partners,
  ) {}

  onModuleInit(): void {
    this.realm.governs({
      ...{ category: 'partner', acts: ofPartner },
      place: async (id) => {
        const found = await this.partners.standing(id as PartnerId);
        if (!found) return null;
        const { basis, kind } = found;
        return { above: [INSTANCE_STREAM], isAuthority: authorities.includes(kind), basis };
      },
    });
  }
}
