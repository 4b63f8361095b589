import { say } from '../narration.js';
import type { Persona } from '../narration.js';
import type { Stage } from '../stage.js';
import type { NetworkLeadValues } from '../values.js';
import {
  addParty,
  agreementOf,
  draftAgreement,
  freezeText,
  openForSignature,
  registerAgreement,
  signAll,
  signature,
} from './agreements.js';
import type { FrozenAgreement, PartyShare } from './agreements.js';
import { eligiblePartner, foundAuthority, initiatePlan, publishCall, signatory } from './ground.js';
import { foundNetwork } from './networks.js';
import { the, World } from './world.js';
import type { Organisation } from './world.js';

/** What the first journey brought about: ids to look at, and what the refusals said. */
export type NetworkLeadFacts = Readonly<{
  plan: string;
  network: string;
  territorialNetwork: string;
  agreement: string;
  child: string;
  protocolNo: string;
  /** Who acts for the lead, and for the area that leads below. */
  region: Organisation;
  area: Organisation;
  /** What the parent had left when the larger child was refused, in cents. */
  residualCents: number;
}>;

interface Cast {
  readonly region: Organisation;
  readonly partners: readonly [Organisation, ...Organisation[]];
  readonly school: Organisation;
  readonly lapsed: Persona;
}

/**
 * The first journey: a region founds its network, a territorial one is nested below, and an
 * agreement is brought into force by every party's signature on the same text.
 * @throws StoryBroken
 */
export async function networkLeadJourney(
  stage: Stage,
  values: NetworkLeadValues,
): Promise<NetworkLeadFacts> {
  const world = await World.open(stage);
  const authority = await foundAuthority(world);
  const call = await publishCall(world, authority);
  stage.chapter(say('I partner', 'The partners'));
  const cast = await gather(world, values, (kind) => eligiblePartner(world, kind, authority));
  const { region, partners } = cast;
  const plan = await initiatePlan(world, region, call);

  stage.chapter(say('Le reti', 'The networks'));
  const network = await foundNetwork(world, {
    ...{ plan, level: 'REGION', title: `rete regionale ${world.tag}`, codes: ['ITC4'] },
    ...{ lead: region, members: partners },
  });
  const territorialNetwork = await nest(world, { plan, network }, cast);

  stage.chapter(say('L’accordo di partenariato', 'The partnership agreement'));
  const parties = partiesOf(values, cast);
  const agreement = await sealed(world, { plan, network, parties }, cast);
  const protocolNo = await registerAgreement(world, agreement, region);
  const child = await below(
    world,
    { plan, network: territorialNetwork },
    { cast, values, agreement },
  );
  return {
    ...{ plan, network, territorialNetwork, protocolNo, region, area: partners[0] },
    agreement: agreement.id,
    ...child,
  };
}

async function gather(
  world: World,
  { areas, schools, associations }: NetworkLeadValues,
  admit: (kind: {
    name: string;
    kind: string;
    role: ReturnType<typeof say>;
  }) => Promise<Organisation>,
): Promise<Cast> {
  const region = await admit({
    ...{ name: `Regione dimostrativa ${world.tag}`, kind: 'REGION' },
    role: say('dirigente della Regione, capofila', 'head at the Region, the lead'),
  });
  const several = async (count: number, kind: string, name: string) => {
    const role = say(`legale rappresentante: ${name}`, `legal representative: ${name}`);
    const list: Organisation[] = [];
    for (let n = 1; n <= count; n += 1) {
      list.push(await admit({ name: `${name} ${world.tag}-${String(n)}`, kind, role }));
    }
    return list;
  };
  const found = [
    ...(await several(areas, 'TERRITORIAL_AREA', 'Ambito territoriale dimostrativo')),
    ...(await several(schools, 'FIRST_CYCLE_SCHOOL', 'Istituto comprensivo dimostrativo')),
    ...(await several(associations, 'THIRD_SECTOR', 'Associazione dimostrativa')),
  ];
  const [first, ...rest] = found;
  const area = the(first, 'the first territorial area');
  const lapsed = await signatory(world, area, {
    role: say('firmatario con delega cessata ieri', 'signatory whose power ended yesterday'),
    acts: ['AGREEMENT'],
    until: world.day(-1),
  });
  return { region, partners: [area, ...rest], school: the(found[areas], 'a school'), lapsed };
}

/** The network below: its lead is a member of the one above (N-5). */
async function nest(
  world: World,
  { plan, network }: { plan: string; network: string },
  { partners: [area], school }: Cast,
): Promise<string> {
  const territorial = await foundNetwork(world, {
    ...{ plan, level: 'TERRITORY', title: `rete territoriale ${world.tag}`, codes: ['ITC4C'] },
    ...{ lead: area, members: [school] },
  });
  await world
    .by(area.head)
    .does(say('la colloca sotto la rete regionale', 'nests it in the regional network'), {
      linkParentNetwork: { plan, network: territorial, parent: network },
    });
  return territorial;
}

function partiesOf(
  { leadShareCents, partnerShareCents }: NetworkLeadValues,
  { region, partners }: Cast,
): readonly [PartyShare, ...PartyShare[]] {
  const others = partners.map((partner, index) => ({
    ...{ partner, role: 'PARTNER' },
    shareCents: the(partnerShareCents[index], 'the share of a partner'),
  }));
  return [{ partner: region, shareCents: leadShareCents, role: 'LEAD' }, ...others];
}

/** Frozen, opened, and signed by all; what no rule lets through is tried before. */
async function sealed(
  world: World,
  {
    parties,
    ...of
  }: { plan: string; network: string; parties: readonly [PartyShare, ...PartyShare[]] },
  { region, partners, lapsed }: Cast,
): Promise<FrozenAgreement> {
  const totalCents = parties.reduce((sum, { shareCents }) => sum + shareCents, 0);
  const id = await draftAgreement(world, {
    ...{ ...of, kind: 'PARTNERSHIP_AGREEMENT', totalCents, parties },
    title: `Accordo di partenariato ${world.tag}`,
  });
  const agreement = await freezeText(world, id, region);
  await openForSignature(world, agreement, [region, ...partners]);

  const [area] = partners;
  const asked = await signature(world, agreement, area);
  const other = await world
    .by(area.head)
    .uploads(say('carica un altro testo', 'uploads another text'), `Altro testo ${world.tag}`);
  await world
    .by(area.head)
    .isKeptOut(['A-1', 'TextDiffers'], say('firma un altro testo', 'signs another text'), {
      signAgreement: { ...asked.signAgreement, textSha256: other },
    });
  await world
    .by(area.head)
    .isKeptOut(
      ['A-5', 'MandateNotValid'],
      say(
        `registra la firma di ${lapsed.name}, la cui delega è cessata ieri`,
        `records the signature of ${lapsed.name}, whose power ended yesterday`,
      ),
      { signAgreement: { ...asked.signAgreement, signatory: lapsed.person } },
    );
  await world
    .by(lapsed)
    .isKeptOut(
      ['X-3', 'MandateLapsed'],
      say('prova a registrarla da sé', 'tries to record it alone'),
      asked,
    );
  await signAll(world, agreement, [...partners, region]);
  return agreement;
}

/** An agreement below takes no more than the one above has left. */
async function below(
  world: World,
  of: { plan: string; network: string },
  {
    cast,
    values,
    agreement,
  }: { cast: Cast; values: NetworkLeadValues; agreement: FrozenAgreement },
): Promise<{ child: string; residualCents: number }> {
  world.stage.chapter(
    say('L’accordo della rete territoriale', 'The agreement of the territorial network'),
  );
  const {
    partners: [area],
    school,
  } = cast;
  const [areaShare, schoolShare] = values.childShareCents;
  const above = Number((await agreementOf(world, agreement.id)).total.cents);
  const tooMuch = above + 1;
  const child = await draftAgreement(world, {
    ...{ ...of, kind: 'NETWORK_AGREEMENT', parent: agreement.id, totalCents: tooMuch },
    title: `Accordo di rete ${world.tag}`,
    parties: [
      { partner: area, shareCents: tooMuch - schoolShare, role: 'LEAD' },
      { partner: school, shareCents: schoolShare, role: 'PARTNER' },
    ],
  });
  const head = world.by(area.head);
  await head.does(say('lo manda in istruttoria', 'submits it for review'), {
    submitForReview: { agreement: child },
  });
  const { details } = await head.isKeptOut(
    ['A-8', 'ChildOverParent'],
    say(
      'congela un accordo più grande di quello superiore',
      'freezes an agreement larger than the one above',
    ),
    { freezeText: { agreement: child } },
  );
  await head.does(say('lo riprende in bozza', 'takes it back as a draft'), {
    requestChanges: { agreement: child },
  });
  await head.does(say('toglie la propria quota', 'removes its own share'), {
    removeParty: { agreement: child, partner: area.id },
  });
  await addParty(world, child, { partner: area, shareCents: areaShare, role: 'LEAD' });
  await head.does(say('riduce il totale', 'lowers the total'), {
    reviseText: { agreement: child, totalCents: areaShare + schoolShare },
  });
  const frozen = await freezeText(world, child, area);
  await openForSignature(world, frozen, [area, school]);
  await signAll(world, frozen, [school, area]);
  await registerAgreement(world, frozen, area);
  const residual = the(
    details.find(({ name }) => name === 'residual'),
    'the residual amount',
  );
  return { child, residualCents: Number(residual.value) };
}
