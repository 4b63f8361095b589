import type { Body as Known } from '../lab-impact/cast.js';
import type { Hand } from './door.js';
import { allOf } from './bodies.js';
import type { AreaBodies } from './bodies.js';

/** A network before anything of it is done. */
export interface NewNetwork {
  readonly key: string;
  readonly plan: string;
  readonly title: string;
  readonly level: 'region' | 'territory';
  readonly lead: Known;
  /** NUTS codes of a regional network, ISTAT codes of a territorial one. */
  readonly codes: readonly string[];
  readonly parent?: string;
  readonly members: readonly Known[];
}

/** Its id, before it is there. */
export function networkId(hand: Hand, { key, lead }: Pick<NewNetwork, 'key' | 'lead'>): string {
  return hand.streamOf(lead.representative, `propose ${key}`, 'network');
}

/** The network of a territorial area: every municipality of it, and those who work there. */
export function territorial(
  { area, ...bodies }: AreaBodies,
  { key, plan, parent }: Pick<NewNetwork, 'key' | 'plan'> & { readonly parent: string },
): NewNetwork {
  const [, ...members] = allOf({ area, ...bodies });
  return {
    ...{ key, plan, parent, level: 'territory', lead: bodies.lead, members },
    title: `Rete territoriale di ${area.name}`,
    codes: area.municipalities.map(({ istat }) => istat),
  };
}

/** Proposes it, says what it covers, and where it lies (N-4, N-5, N-6). */
export async function propose(hand: Hand, founding: NewNetwork): Promise<void> {
  const { key, plan, title, level, lead, codes, parent } = founding;
  const network = networkId(hand, founding);
  const head = lead.representative;
  await hand.gives(head, `propose ${key}`, {
    ...{ aggregate: 'network', type: 'ProposeNetwork', target: null },
    data: { plan, title, level, lead: lead.id, source: 'synthetic' },
  });
  const onTree = { aggregate: 'tree', target: plan.replace(/^plan-/, 'tree-') } as const;
  const data = { network, codes };
  await hand.gives(head, `territory ${key}`, { ...onTree, type: 'DefineTerritory', data });
  if (parent === undefined) return;
  const nested = { network, parent };
  await hand.gives(head, `nest ${key}`, { ...onTree, type: 'LinkParentNetwork', data: nested });
}

/** Invites every member, each accepts for itself, and is admitted. */
export async function admitAll(hand: Hand, founding: NewNetwork, until: string): Promise<void> {
  const { key, lead, members } = founding;
  const onNetwork = { aggregate: 'network', target: networkId(hand, founding) } as const;
  const head = lead.representative;
  for (const { id: partner, representative } of members) {
    const data = { partner, role: 'partner', until };
    await hand.gives(head, `invite ${key} ${partner}`, {
      ...onNetwork,
      type: 'InviteMember',
      data,
    });
    await hand.gives(representative, `accept ${key} ${partner}`, {
      ...{ ...onNetwork, type: 'AcceptInvitation', data: {} },
    });
    await hand.gives(head, `admit ${key} ${partner}`, {
      ...{ ...onNetwork, type: 'AdmitMember', data: { partner } },
    });
  }
}

/** With all its members it is constituted; an agreement will make it active (N-1, N-3, N-7). */
export async function constitute(hand: Hand, founding: NewNetwork): Promise<void> {
  await hand.decrees(founding.lead.representative, `constitute ${founding.key}`, {
    ...{ aggregate: 'network', type: 'ConstituteNetwork', target: networkId(hand, founding) },
    ...{ data: {}, reason: 'La rete è costituita', paper: 'Atto costitutivo di rete' },
  });
}
