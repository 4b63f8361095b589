import type { Command } from '@tavolo/kernel';
import type { PartnerId, PartnerKind } from '@tavolo/partners';
import type { PlanId } from '@tavolo/plans';
import type { NetworkId, NetworkLevel } from '../contract/index.js';
import type {
  ChangeGround,
  Changing,
  EndGround,
  PartnerGround,
  PresenceGround,
} from './network.later.commands.js';
import type { NetworkState } from './network.state.js';
import type { Territory } from './territory.js';

/** `network` is null where the plan has no such network. */
export type DefineTerritory = Command<
  'DefineTerritory',
  {
    network: NetworkId;
    codes: Territory;
    grounds: { network: { lead: PartnerId | null } | null };
  }
>;
/** Null where the plan has no such network; the active members of the parent are for N-5. */
export type LinkParentNetwork = Command<
  'LinkParentNetwork',
  {
    network: NetworkId;
    parent: NetworkId;
    grounds: {
      network: { lead: PartnerId | null; level?: NetworkLevel } | null;
      parent: { activeMembers: readonly PartnerId[]; level?: NetworkLevel } | null;
    };
  }
>;

/** A network as its own stream says; null where the plan has no such network. */
export type NetworkGround = Pick<NetworkState, 'agreement' | 'level' | 'members' | 'status'> | null;

/** `into` stays, `absorbed` ends (N-10); the change is that of the agreement of `into` (N-8). */
export type MergeNetworks = Command<
  'MergeNetworks',
  Changing & {
    into: NetworkId;
    absorbed: NetworkId;
    grounds: {
      into: NetworkGround;
      absorbed: NetworkGround;
      change: ChangeGround;
      /** What is open of the one that ends. */
      end: EndGround;
    };
  }
>;
/** `partners` go to a new network under `lead`, with `codes` and `nested`; the rest remains. */
export type SplitNetwork = Command<
  'SplitNetwork',
  Changing & {
    network: NetworkId;
    title: string;
    lead: PartnerId;
    partners: readonly PartnerId[];
    codes: Territory;
    remaining: Territory;
    nested: readonly NetworkId[];
    grounds: {
      newId: NetworkId;
      plan: PlanId;
      network: NetworkGround;
      /** The lead of the new network (N-2). */
      lead: PartnerGround | null;
      leadKinds: readonly PartnerKind[];
      /** The active members of the network above; null where there is none (N-5). */
      parentMembers: readonly PartnerId[] | null;
      /** Who leads each network nested in the one that is split (N-5). */
      nestedLeads: Readonly<Partial<Record<NetworkId, PartnerId | null>>>;
      change: ChangeGround;
      presence: PresenceGround;
    };
  }
>;
/** Of the process that follows a dissolution only. */
export type RemoveNetwork = Command<'RemoveNetwork', { network: NetworkId }>;

/** Every command on the tree of a plan. */
export type TreeCommand =
  | DefineTerritory
  | LinkParentNetwork
  | MergeNetworks
  | SplitNetwork
  | RemoveNetwork;
