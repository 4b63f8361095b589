import { v5 } from 'uuid';
import type { Body as Known } from '../lab-impact/cast.js';
import type { Persona } from '../lab-impact/story.js';
import { randomFrom } from '../random.js';
import type { Area } from './composition.js';
import type { Hand } from './door.js';
import type { InventedNames } from './region.js';

/** An organisation of the generator: everything about it follows from its key. */
export interface Body extends Known {
  readonly key: string;
  readonly kind: string;
  /** Whether its acts need an approving act of their own (A-4). */
  readonly isPublic: boolean;
  readonly territory: string;
  /** A municipality exists, all else is invented. */
  readonly source: 'public' | 'synthetic';
}

/** A territorial area with the bodies that work in it. */
export interface AreaBodies {
  readonly area: Area;
  /** The body that leads its networks. */
  readonly lead: Body;
  readonly municipalities: readonly Body[];
  readonly school: Body;
  readonly thirdSector: Body;
  readonly association: Body;
}

/** Last day of what was proved in 2016. */
export const ELIGIBLE_UNTIL = '2031-12-31';

type Wanted = Pick<Body, 'isPublic' | 'key' | 'kind' | 'name' | 'source' | 'territory'>;

/** The bodies of an area; the same seed invents the same. Nothing of it is registered yet. */
export function bodiesOf(
  hand: Hand,
  {
    area,
    names,
    seed,
  }: { readonly area: Area; readonly names: InventedNames; readonly seed: number },
): AreaBodies {
  const { index, province, municipalities } = area;
  const random = randomFrom(seed * 1_000 + index);
  const from = (list: readonly string[]) => list[random.between(0, list.length - 1)] ?? '';
  const body = (wanted: Wanted): Body => {
    const representative = representing(hand, wanted, `${from(names.given)} ${from(names.family)}`);
    return { ...wanted, id: representative.partner, representative: representative.persona };
  };
  const at = `${province.name} ${String(index + 1)}`;
  const local = { territory: province.nuts, source: 'synthetic' as const };
  const key = (what: string) => `${what} ${String(index)}`;
  return {
    area,
    lead: body({
      key: key('area'),
      name: area.name,
      kind: 'territorialArea',
      isPublic: true,
      ...local,
    }),
    municipalities: municipalities.map(({ istat, name }) =>
      body({
        ...{ key: `comune ${istat}`, name: `Comune di ${name}`, kind: 'municipality' },
        ...{ isPublic: true, territory: istat, source: 'public' as const },
      }),
    ),
    school: body({
      ...{ key: key('school'), name: `Istituto ${at} (sintetico)`, isPublic: true, ...local },
      kind: from(['firstCycleSchool', 'upperSecondarySchool', 'adultEducationCentre']),
    }),
    thirdSector: body({
      ...{ key: key('thirdSector'), kind: 'thirdSector', isPublic: false, ...local },
      name: `Cooperativa sociale ${from(names.thirdSector)} ${at} (sintetica)`,
    }),
    association: body({
      ...{ key: key('association'), kind: 'migrantAssociation', isPublic: false, ...local },
      name: `Associazione ${from(names.associations)} ${at} (sintetica)`,
    }),
  };
}

/** All bodies of an area. */
export function allOf(bodies: AreaBodies): readonly Body[] {
  const { lead, municipalities, school, thirdSector, association } = bodies;
  return [lead, ...municipalities, school, thirdSector, association];
}

/** Who represents a body, and the mandate that its appointment gives. */
function representing(
  hand: Hand,
  { key }: Wanted,
  name: string,
): { readonly partner: string; readonly persona: Persona } {
  const { founder } = hand.door;
  const partner = hand.streamOf(founder, `register ${key}`, 'partner');
  const mandate = `${partner}#${hand.partOf(founder, `represent ${key}`, 'representation')}`;
  return { partner, persona: { person: hand.personOf(key), mandate, name } };
}

/** Registers a body; the claim process finds its tax code free afterwards (PA-1). */
export async function register(hand: Hand, body: Body): Promise<void> {
  const { key, name, kind, source, territory } = body;
  await hand.makesKnown(key, body.representative.name);
  await hand.gives(hand.door.founder, `register ${key}`, {
    ...{ aggregate: 'partner', type: 'RegisterPartner', target: null },
    data: {
      ...{ name, kind, source, territory },
      // A body that exists gets nothing invented but who represents it.
      ...(source === 'synthetic' && { taxCode: taxCodeOf(key) }),
    },
  });
}

/** Appoints who represents it, and has it found eligible by somebody else (PA-2, PA-3, X-5). */
export async function makeEligible(
  hand: Hand,
  body: Body,
  { by, today }: { readonly by: Persona; readonly today: string },
): Promise<void> {
  const { key, id: target, kind, representative } = body;
  const { founder } = hand.door;
  const onPartner = { aggregate: 'partner', target } as const;
  if (kind === 'thirdSector') {
    const data = { kind: 'runtsNo', value: taxCodeOf(`runts ${key}`).slice(2) };
    await hand.gives(founder, `runts ${key}`, { ...onPartner, type: 'RecordIdentifier', data });
  }
  await hand.decrees(founder, `represent ${key}`, {
    ...{ ...onPartner, type: 'AppointLegalRepresentative' },
    data: { person: representative.person, from: today },
    ...{ reason: 'Rappresentanza dell’ente', paper: 'Nomina del legale rappresentante' },
  });
  const sha256 = await hand.paper('Prove dei requisiti');
  await hand.gives(representative, `evidence ${key}`, {
    ...{ ...onPartner, type: 'SubmitEligibilityEvidence' },
    ...{ data: { until: ELIGIBLE_UNTIL }, documents: [{ sha256 }] },
  });
  await hand.decrees(by, `verify ${key}`, {
    ...{ ...onPartner, type: 'VerifyEligibility', data: { confirmed: true } },
    ...{ reason: 'Requisiti verificati', paper: 'Verbale di verifica dei requisiti' },
  });
}

/** Eleven digits that belong to nobody: they begin with 98. */
function taxCodeOf(key: string): string {
  const digits = BigInt(`0x${v5(`lombardia ${key}`, v5.DNS).replaceAll('-', '')}`) % 1_000_000_000n;
  return `98${String(digits).padStart(9, '0')}`;
}
