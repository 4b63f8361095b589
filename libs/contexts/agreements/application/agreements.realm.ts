import { INSTANCE_STREAM, Realm } from '@tavolo/access';
import type { GovernedKind } from '@tavolo/access';
import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Agreements } from '../contract/index.js';
import type { AgreementId } from '../contract/index.js';

const under = ['network', 'plan', 'parent'];

const ofAgreement: GovernedKind['acts'] = {
  DraftAgreement: { action: 'negotiate', under, openAlone: true },
  RecordExistingAgreement: { action: 'recordPast', under, openAlone: true },
  AddParty: 'negotiate',
  RemoveParty: 'negotiate',
  ReviseText: 'negotiate',
  SubmitForReview: 'negotiate',
  RequestChanges: 'negotiate',
  FreezeText: 'negotiate',
  WithdrawDraft: 'negotiate',
  OpenForSignature: 'negotiate',
  RemindParty: 'negotiate',
  RegisterAgreement: 'negotiate',
  RecordConditionMet: 'negotiate',
  PublishAgreement: 'negotiate',
  ProposeAmendment: 'negotiate',
  ReviseAmendment: 'negotiate',
  WithdrawAmendment: 'negotiate',
  RequestTermExtension: 'negotiate',
  RecordPartyApproval: 'sign',
  SignAgreement: 'sign',
  RefuseSignature: 'sign',
  ApproveAmendment: 'sign',
  GiveNotice: 'sign',
  ReverifySignature: 'conclude',
  InvalidateSignature: 'conclude',
  ExtendTerm: 'conclude',
  RefuseTermExtension: 'conclude',
  SuspendAgreement: 'conclude',
  ResumeAgreement: 'conclude',
  TerminateAgreement: 'conclude',
  AnnulAgreement: 'conclude',
  CloseAgreement: 'conclude',
};

/** What the policies are asked about agreements. */
@Injectable()
export class AgreementsRealm implements OnModuleInit {
  constructor(
    private readonly realm: Realm,
    private readonly agreements: Agreements,
  ) {}

  onModuleInit(): void {
    this.realm.governs({
      ...{ category: 'agreement', acts: ofAgreement },
      place: async (id) => {
        const found = await this.agreements.standing(id as AgreementId);
        if (!found) return null;
        const { basis, network, parent, parties, plan } = found;
        const above = [network, plan, parent].filter((each) => each !== null);
        const isOpen = above.length === 0 && parties.length === 0;
        return {
          ...{ above: above.length > 0 ? above : [INSTANCE_STREAM], parties, basis },
          ...(isOpen && { openToPartners: true }),
        };
      },
    });
  }
}
