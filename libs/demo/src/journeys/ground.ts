import { randomInt } from 'node:crypto';
import { say } from '../narration.js';
import type { Persona, Words } from '../narration.js';
import { grounds } from '../stage.js';
import { inventedTaxCode, under } from './world.js';
import type { Organisation, World } from './world.js';

const YEAR_DAYS = 365;

/** The authority of a story: its head acts, its officer verifies and approves. */
export type Authority = Organisation & Readonly<{ officer: Persona }>;

/** A call under which plans are begun. */
export type OpenCall = Readonly<{ programme: string; call: string; number: string }>;

/** What an organisation is called and is. */
export type Kind = Readonly<{ name: string; kind: string; role: Words }>;

/** The authority: registered and represented by the founder, since nobody else may act yet. */
export async function foundAuthority(world: World): Promise<Authority> {
  world.stage.chapter(say('Chi governa il programma', 'Who governs the programme'));
  const body = await registered(world, {
    name: `Ministero dimostrativo ${world.tag}`,
    kind: 'MINISTRY',
    role: say('dirigente del Ministero dimostrativo', 'head of the demonstration Ministry'),
  });
  const role = say(
    'funzionaria del Ministero dimostrativo',
    'officer of the demonstration Ministry',
  );
  const officer = await signatory(world, body, { role, acts: ['PLAN', 'PROTOCOL'] });
  return { ...body, officer };
}

/** A programme with a call that is published: drafted by one person, approved by another. */
export async function publishCall(world: World, { head, officer }: Authority): Promise<OpenCall> {
  world.stage.chapter(say('L’avviso', 'The call'));
  const number = `1/2018-${world.tag}`;
  const act = await world
    .by(head)
    .uploads(say('carica il decreto', 'uploads the decree'), `Decreto dimostrativo ${number}`);
  const because = grounds('Il programma prevede l’avviso.', act);
  const { id: programme } = await world
    .by(head)
    .does(say('definisce il programma', 'defines the programme'), {
      defineProgramme: {
        ...{ title: `Programma dimostrativo ${world.tag}`, fund: 'FAMI (dimostrativo)' },
        ...{ period: 'P_2021_2027', source: 'SYNTHETIC' },
      },
    });
  await world
    .by(officer)
    .does(say('lo adotta: è un’altra persona (X-5)', 'adopts it: another person does (X-5)'), {
      adoptProgramme: {
        ...{ programme, act: `Decreto ${number}`, adoptedOn: world.day(), ...because },
      },
    });
  const { id: call } = await world
    .by(head)
    .does(say(`redige l’avviso ${number}`, `drafts the call ${number}`), {
      draftCall: callTerms(programme, number),
    });
  const published = { call, number, programme };
  await approveAndPublish(world, { head, officer }, { call, act, because });
  return published;
}

function callTerms(programme: string, number: string) {
  return {
    ...{ programme, period: 'P_2021_2027', number, title: `Avviso dimostrativo ${number}` },
    ...{ budgetCents: 2_634_400_000, leadKinds: ['REGION'], source: 'SYNTHETIC' },
    mandatoryCategories: [
      { category: 'ambiti territoriali', kinds: ['TERRITORIAL_AREA', 'MUNICIPALITY'], min: 1 },
    ],
  };
}

async function approveAndPublish(
  world: World,
  { head, officer }: Pick<Authority, 'head' | 'officer'>,
  { call, act, because }: { call: string; act: string; because: object },
): Promise<void> {
  const decree = 'Decreto dimostrativo';
  await world
    .by(head)
    .isKeptOut(
      ['X-5', 'OwnDraft'],
      say('prova ad approvarlo da sé', 'tries to approve it as well'),
      { approveCall: { call, act: decree, approvedOn: world.day(), ...because } },
    );
  await world.by(officer).does(say('approva l’avviso', 'approves the call'), {
    approveCall: { call, act: decree, approvedOn: world.day(), ...because },
  });
  await world
    .by(officer)
    .does(say('registra la Corte dei conti', 'records the Court of Auditors’ registration'), {
      recordCourtRegistration: {
        ...{ call, registrationNo: '469', registeredOn: world.day() },
        ...grounds('Registrazione della Corte dei conti.', act),
      },
    });
  await world.by(head).does(say('pubblica l’avviso', 'publishes the call'), {
    publishCall: { call, place: 'sito dimostrativo', ...grounds('Pubblicità dell’avviso.', act) },
  });
}

/** An organisation with its legal representative; the process claims its tax code (PA-1). */
export async function registered(world: World, { name, kind, role }: Kind): Promise<Organisation> {
  const { founder, stage } = world;
  const { id } = await world.by(founder).does(say(`registra ${name}`, `registers ${name}`), {
    registerPartner: { name, kind, taxCode: inventedTaxCode(), source: 'SYNTHETIC' },
  });
  await stage.until(
    say(
      `il codice fiscale di ${name} è suo: è registrato`,
      `the tax code of ${name} is its own: it is registered`,
    ),
    () => partnerStatus(world, id),
    (status) => status === 'REGISTERED',
  );
  const act = await world
    .by(founder)
    .uploads(say('carica l’atto di nomina', 'uploads the appointment'), `Nomina ${name}`);
  const person = await world.person(role);
  const { created } = await world
    .by(founder)
    .does(
      say(
        `nomina ${person.name} legale rappresentante`,
        `appoints ${person.name} legal representative`,
      ),
      {
        appointLegalRepresentative: {
          ...{ partner: id, person: person.person, from: world.day(-YEAR_DAYS) },
          ...grounds('Insediamento del legale rappresentante.', act),
        },
      },
    );
  return { id, name, kind, head: under(person, `${id}#${created}`) };
}

/** What a power to sign covers, and until when. */
export type Power = Readonly<{ role: Words; acts: readonly string[]; until?: string }>;

/** Somebody who may sign for an organisation beside its head. */
export async function signatory(
  world: World,
  { id, name, head }: Organisation,
  { role, acts, until }: Power,
): Promise<Persona> {
  const act = await world
    .by(head)
    .uploads(say('carica la delega', 'uploads the delegation'), `Delega ${name}`);
  const person = await world.person(role);
  const { created } = await world
    .by(head)
    .does(say(`delega ${person.name} a firmare`, `empowers ${person.name} to sign`), {
      authoriseSignatory: {
        ...{ partner: id, person: person.person, acts, from: world.day(-YEAR_DAYS) },
        ...(until !== undefined && { until }),
        ...grounds('Delega di firma.', act),
      },
    });
  return under(person, `${id}#${created}`);
}

/** A partner that is registered and was found eligible by the authority (PA-2, PA-3). */
export async function eligiblePartner(
  world: World,
  kind: Kind,
  { officer }: Authority,
): Promise<Organisation> {
  const partner = await registered(world, kind);
  const { id, name, head } = partner;
  if (kind.kind === 'THIRD_SECTOR') {
    await world
      .by(head)
      .does(say('registra il numero RUNTS (PA-3)', 'records the RUNTS number (PA-3)'), {
        recordIdentifier: { partner: id, kind: 'RUNTS_NO', value: String(randomInt(1, 10 ** 9)) },
      });
  }
  const evidence = await world
    .by(head)
    .uploads(say('carica le prove', 'uploads the evidence'), `Prove di ammissibilità ${name}`);
  await world
    .by(head)
    .does(say('presenta le prove di ammissibilità', 'submits the evidence of eligibility'), {
      submitEligibilityEvidence: {
        ...{ partner: id, until: world.day(YEAR_DAYS) },
        ...grounds('Ammissibilità al programma.', evidence),
      },
    });
  await world
    .by(officer)
    .does(say(`verifica ${name}: è ammissibile`, `verifies ${name}: it is eligible`), {
      verifyEligibility: { partner: id, confirmed: true, ...grounds('Prove valide.', evidence) },
    });
  return partner;
}

/** The plan of a region under a call: the process claims the region for it (PL-1). */
export async function initiatePlan(
  world: World,
  region: Organisation,
  { call }: OpenCall,
): Promise<string> {
  world.stage.chapter(say('Il piano comincia', 'The plan begins'));
  const { id } = await world
    .by(region.head)
    .does(say('avvia il piano regionale', 'begins the regional plan'), {
      initiatePlan: {
        ...{ call, regionCode: world.regionCode, lead: region.id, source: 'SYNTHETIC' },
        title: `Piano dimostrativo ${world.tag}`,
        ...{ executionStart: world.day().slice(0, 7), executionEnd: world.day(730).slice(0, 7) },
      },
    });
  await world.stage.until(
    say('la regione è sua: il piano è avviato', 'the region is its own: the plan has begun'),
    async () => {
      const { plan } = await world.stage.ask<{ plan: { status: string } | null }>(
        'query ($id: ID!) { plan(id: $id) { status } }',
        { id },
      );
      return plan?.status;
    },
    (status) => status === 'CO_PROGRAMMING',
  );
  return id;
}

async function partnerStatus(world: World, id: string): Promise<string | undefined> {
  const { partner } = await world.stage.ask<{ partner: { status: string } | null }>(
    'query ($id: ID!) { partner(id: $id) { status } }',
    { id },
  );
  return partner?.status;
}
