import { say } from '../narration.js';
import { grounds } from '../stage.js';
import type { Organisation, World } from './world.js';

/** A network to be founded: who leads it, where it stands, who joins it. */
export type NetworkPlan = Readonly<{
  plan: string;
  level: 'REGION' | 'TERRITORY';
  title: string;
  codes: readonly string[];
  lead: Organisation;
  members: readonly Organisation[];
}>;

/** Founds a network of a plan: proposed, every partner invited and admitted, constituted. */
export async function foundNetwork(
  world: World,
  { plan, level, title, codes, lead, members }: NetworkPlan,
): Promise<string> {
  const head = world.by(lead.head);
  const { id: network } = await head.does(say(`propone la ${title}`, `proposes the ${title}`), {
    proposeNetwork: { plan, title, level, lead: lead.id, source: 'SYNTHETIC' },
  });
  await head.does(say('ne definisce il territorio', 'defines its territory'), {
    defineTerritory: { plan, network, codes },
  });
  for (const member of members) await join(world, { network, lead, member });
  const act = await head.uploads(
    say('carica l’atto costitutivo', 'uploads the act of constitution'),
    `Atto costitutivo: ${title}`,
  );
  await head.does(say(`costituisce la ${title}`, `constitutes the ${title}`), {
    constituteNetwork: { network, ...grounds('I membri obbligatori ci sono.', act) },
  });
  return network;
}

async function join(
  world: World,
  { network, lead, member }: { network: string; lead: Organisation; member: Organisation },
): Promise<void> {
  const partner = member.id;
  await world.by(lead.head).does(say(`invita ${member.name}`, `invites ${member.name}`), {
    inviteMember: { network, partner, role: 'PARTNER', until: world.day(30) },
  });
  await world.by(member.head).does(say('accetta l’invito', 'accepts the invitation'), {
    acceptInvitation: { network },
  });
  await world.by(lead.head).does(say(`ammette ${member.name}`, `admits ${member.name}`), {
    admitMember: { network, partner },
  });
}
