import { levelScope, Realm } from '@tavolo/access';
import type { GovernedKind, Place } from '@tavolo/access';
import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Networks } from '../contract/index.js';
import type { MemberStatus, NetworkId } from '../contract/index.js';

const ofNetwork: GovernedKind['acts'] = {
  ProposeNetwork: { action: 'constitute', under: ['plan'], ledBy: 'lead' },
  InviteMember: 'lead',
  RevokeInvitation: 'lead',
  AcceptInvitation: 'endorse',
  DeclineInvitation: 'endorse',
  AdmitMember: 'lead',
  AssignRole: 'lead',
  ConstituteNetwork: 'constitute',
  ReplaceLead: 'constitute',
  SuspendMember: 'constitute',
  ReinstateMember: 'constitute',
  RequestExit: 'endorse',
  ReleaseMember: 'constitute',
  ExpelMember: 'constitute',
  SuspendNetwork: 'constitute',
  ResumeNetwork: 'constitute',
  StartDissolution: 'constitute',
  DissolveNetwork: 'constitute',
};

/** Commands on the tree of a plan are about one of its networks. */
const ofTree: GovernedKind['acts'] = {
  DefineTerritory: { action: 'lead', on: 'network' },
  LinkParentNetwork: { action: 'lead', on: 'network' },
  MergeNetworks: { action: 'constitute', on: 'into' },
  SplitNetwork: { action: 'constitute', on: 'network' },
};

/** A partner takes part from its consent to its end, also while it is suspended. */
const takingPart: readonly MemberStatus[] = ['Accepted', 'Active', 'Suspended'];

/** What the policies are asked about networks. */
@Injectable()
export class NetworksRealm implements OnModuleInit {
  constructor(
    private readonly realm: Realm,
    private readonly networks: Networks,
  ) {}

  onModuleInit(): void {
    const place = (id: string) => this.#place(id as NetworkId);
    this.realm.governs({ category: 'network', acts: ofNetwork, place });
    // Nobody acts on a tree itself: its commands name a network.
    this.realm.governs({ category: 'tree', acts: ofTree, place: () => Promise.resolve(null) });
  }

  async #place(id: NetworkId): Promise<Place | null> {
    const found = await this.networks.standing(id);
    if (!found) return null;
    const { basis, lead, level, members, parent, plan } = found;
    return {
      above: [plan, levelScope(level), ...(parent === null ? [] : [parent])],
      leads: lead === null ? [] : [lead],
      members: members
        .filter(({ status }) => takingPart.includes(status))
        .map(({ partner }) => partner),
      basis,
    };
  }
}
