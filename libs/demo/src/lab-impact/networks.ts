import type { Body } from './cast.js';
import type { Story } from './story.js';

/** Who takes part in a network, and as what. */
export interface Joining {
  readonly body: Body;
  readonly role: 'PARTNER' | 'ADHERING' | 'OBSERVER';
}

/** A network of the story, before anything of it is done. */
export interface NewNetwork {
  readonly plan: string;
  readonly title: string;
  readonly titleEn: string;
  readonly level: 'REGION' | 'TERRITORY' | 'LOCAL';
  readonly lead: Body;
  /** NUTS codes. */
  readonly codes: readonly string[];
  /** The network above it; its lead is a member there (N-5). */
  readonly parent?: string;
  readonly members: readonly Joining[];
}

const INVITATION_DAYS = 30;

/** A network from its proposal to its constitution (N-1, N-2, N-7); answers its id. */
export async function foundNetwork(story: Story, founding: NewNetwork): Promise<string> {
  const { plan, title, titleEn, level, lead, codes, parent, members } = founding;
  const { representative: head } = lead;
  const proposal = { plan, title, titleEn, level, lead: lead.id, source: 'SYNTHETIC' };
  const { stream: network } = await story.did(head, 'proposeNetwork', proposal);
  await story.did(head, 'defineTerritory', { plan, network, codes });
  if (parent !== undefined) await story.did(head, 'linkParentNetwork', { plan, network, parent });
  const until = story.dayFrom(INVITATION_DAYS);
  for (const { body, role } of members) {
    const { id: partner } = body;
    await story.did(head, 'inviteMember', { network, partner, role, until });
  }
  await story.later({ days: 1 });
  for (const { body } of members) {
    await story.did(body.representative, 'acceptInvitation', { network });
    await story.did(head, 'admitMember', { network, partner: body.id });
  }
  await story.later({ days: 1 });
  await story.decreed(head, 'constituteNetwork', { network, reason: `${title}: rete costituita` });
  return network;
}
