import { randomUUID } from 'node:crypto';
import { say } from '../narration.js';
import type { Words } from '../narration.js';
import { grounds } from '../stage.js';
import type { Asked } from '../stage.js';
import { the } from './world.js';
import type { Organisation, World } from './world.js';

/** A party of an agreement and its share. */
export type PartyShare = Readonly<{ partner: Organisation; shareCents: number; role: string }>;

/** An agreement as it is drafted; the first party leads it. */
export type AgreementDraft = Readonly<{
  kind: string;
  title: string;
  totalCents: number;
  parties: readonly [PartyShare, ...PartyShare[]];
  network: string;
  plan: string;
  parent?: string;
}>;

/** An agreement with a frozen text. */
export type FrozenAgreement = Readonly<{ id: string; textSha256: string }>;

const PRIVATE_KINDS = ['THIRD_SECTOR', 'MIGRANT_ASSOCIATION', 'COMPANY', 'OTHER'];

/** Drafted with all its parties and clauses, and submitted for review. */
export async function draftAgreement(world: World, draft: AgreementDraft): Promise<string> {
  const { kind, title, totalCents, parties, network, plan, parent } = draft;
  const head = world.by(parties[0].partner.head);
  const { id: agreement } = await head.does(say(`redige: ${title}`, `drafts: ${title}`), {
    draftAgreement: {
      ...{ kind, title, totalCents, network, plan, source: 'SYNTHETIC' },
      ...{ start: world.day(), end: world.day(365), ...(parent !== undefined && { parent }) },
    },
  });
  for (const party of parties) await addParty(world, agreement, party);
  await head.does(say('scrive le clausole', 'writes the clauses'), {
    reviseText: { agreement, clauses: clausesOf(title) },
  });
  return agreement;
}

/** Adds a party with its share; the party that leads does it. */
export async function addParty(
  world: World,
  agreement: string,
  { partner, shareCents, role }: PartyShare,
): Promise<void> {
  await world
    .by(partner.head)
    .does(
      say(`entra come parte per ${euro(shareCents)}`, `joins as a party for ${euro(shareCents)}`),
      { addParty: { agreement, partner: partner.id, shareCents, role } },
    );
}

/** The text is frozen as a document: what is signed from now on. */
export async function freezeText(
  world: World,
  agreement: string,
  { head }: Organisation,
): Promise<FrozenAgreement> {
  await world.by(head).does(say('la manda in istruttoria', 'submits it for review'), {
    submitForReview: { agreement },
  });
  await world.by(head).does(say('congela il testo', 'freezes the text'), {
    freezeText: { agreement },
  });
  const { textSha256 } = await agreementOf(world, agreement);
  const hash = the(textSha256, 'the frozen text');
  world.stage.finds(
    say(`il testo da firmare ha impronta ${hash}`, `the text to sign has the hash ${hash}`),
  );
  return { id: agreement, textSha256: hash };
}

/** The public parties approve by an act, then the text is opened for signature. */
export async function openForSignature(
  world: World,
  { id: agreement, textSha256 }: FrozenAgreement,
  parties: readonly [Organisation, ...Organisation[]],
): Promise<void> {
  await world.stage.until(
    say('il registro dell’accordo superiore non ha obiezioni', 'the ledger above has no objection'),
    () => agreementOf(world, agreement),
    ({ reserved }) => reserved,
  );
  for (const party of parties.filter(({ kind }) => !PRIVATE_KINDS.includes(kind))) {
    const by = world.by(party.head);
    const act = await by.uploads(
      say('carica l’atto che approva', 'uploads the approving act'),
      `Approvazione di ${party.name}`,
    );
    await by.does(say(`approva per ${party.name}`, `approves for ${party.name}`), {
      recordPartyApproval: {
        ...{ agreement, textSha256, party: party.id, act, date: world.day(), body: 'Giunta' },
        ...grounds('Approvazione del testo.', act),
      },
    });
  }
  await world.by(parties[0].head).does(say('apre alla firma', 'opens it for signature'), {
    openForSignature: { agreement, textSha256 },
  });
}

/** A signature to be recorded, on the frozen text where no other is named. */
export async function signature(
  world: World,
  { id: agreement, textSha256 }: FrozenAgreement,
  { id: party, name, head }: Organisation,
): Promise<Asked & { readonly signAgreement: object }> {
  const by = world.by(head);
  const container = await by.uploads(
    say('carica il file firmato', 'uploads the signed file'),
    `Testo firmato per ${name}`,
  );
  const report = await by.uploads(
    say('carica il rapporto di verifica', 'uploads the verification report'),
    `Verifica della firma per ${name}`,
  );
  return {
    signAgreement: {
      ...{ agreement, textSha256, party, level: 'DIGITAL', signedAt: world.now() },
      ...{ container, report, ...grounds('Firma dell’accordo.', container) },
    },
  };
}

/** Every party signs the same text. */
export async function signAll(
  world: World,
  agreement: FrozenAgreement,
  parties: readonly Organisation[],
): Promise<void> {
  for (const party of parties) {
    const asked = await signature(world, agreement, party);
    await world
      .by(party.head)
      .does(say(`firma per ${party.name}`, `signs for ${party.name}`), asked);
  }
}

/** The lead’s protocol number makes it registered, and the process brings it into force. */
export async function registerAgreement(
  world: World,
  { id: agreement }: FrozenAgreement,
  lead: Organisation,
): Promise<string> {
  await happens(world, agreement, {
    what: say('la registrazione è chiesta al capofila', 'the lead is asked for a registration'),
    isSo: ({ registrationAskedOf }) => registrationAskedOf?.id === lead.id,
  });
  const by = world.by(lead.head);
  const entry = await by.uploads(say('carica la segnatura', 'uploads the entry'), 'Segnatura');
  const protocolNo = world.nextNumber();
  await by.does(say(`protocolla al n. ${protocolNo}`, `gives it protocol no. ${protocolNo}`), {
    registerAgreement: {
      ...{ agreement, protocolNo, protocolDate: world.day(), register: lead.id },
      ...grounds('Registrazione di protocollo.', entry),
    },
  });
  await happens(world, agreement, {
    what: say('l’accordo è in vigore', 'the agreement is in force'),
    isSo: ({ status }) => status === 'IN_FORCE',
  });
  return protocolNo;
}

async function happens(
  world: World,
  agreement: string,
  { what, isSo }: { what: Words; isSo: (found: AgreementNow) => boolean },
): Promise<void> {
  await world.stage.until(what, () => agreementOf(world, agreement), isSo);
}

/** An agreement as a story looks at it. */
export interface AgreementNow {
  readonly status: string;
  readonly textSha256: string | null;
  readonly reserved: boolean;
  readonly inForceFrom: string | null;
  readonly registrationAskedOf: { readonly id: string } | null;
  readonly registration: { readonly protocolNo: string } | null;
  readonly total: { readonly cents: string };
  readonly parties: readonly { readonly share: { readonly cents: string } }[];
}

/** Reads an agreement. */
export async function agreementOf(world: World, id: string): Promise<AgreementNow> {
  const { agreement } = await world.stage.ask<{ agreement: AgreementNow | null }>(
    `query ($id: ID!) { agreement(id: $id) {
      status textSha256 reserved inForceFrom registrationAskedOf { id } registration { protocolNo }
      total { cents } parties { share { cents } }
    } }`,
    { id },
  );
  return the(agreement, `agreement ${id}`);
}

/** Cents as people write them. */
export function euro(cents: number): string {
  return `€ ${String(Math.floor(cents / 100))},${String(cents % 100).padStart(2, '0')}`;
}

function clausesOf(title: string) {
  return [
    { id: randomUUID(), title: 'Oggetto', text: `Oggetto dimostrativo: ${title}.` },
    { id: randomUUID(), title: 'Quote', text: 'Ogni parte risponde della propria quota.' },
  ];
}
