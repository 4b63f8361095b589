import { v5 } from 'uuid';
import type { Body } from './cast.js';
import type { Persona, Story } from './story.js';

/** What the text of a grant must hold, as the schema names it. */
const GRANT_TOPICS = [
  ...['MAXIMUM_CONTRIBUTION', 'DESCRIPTION_AND_TIMETABLE', 'SUBCONTRACTING'],
  ...['FORWARD_BUDGET_AND_FINANCING_PLAN', 'FINAL_CALCULATION_METHOD'],
  ...['REPORTING_AMENDMENT_TERMINATION', 'OBJECTIVES_AND_INDICATORS', 'YEARLY_REPORTING'],
  ...['ELIGIBLE_COSTS', 'BOOKKEEPING_AND_PAYMENT', 'AUDIT_TRAIL', 'DATA_PROTECTION', 'PUBLICITY'],
];

/** A party of an agreement. */
export interface Party {
  readonly body: Body;
  readonly cents: number;
  readonly role: 'AUTHORITY' | 'LEAD' | 'PARTNER' | 'ADHERING';
}

/** An agreement of the story, before anything of it is done. */
export interface Pact {
  readonly kind: string;
  readonly title: string;
  readonly network?: string;
  readonly plan?: string;
  readonly parent?: string;
  readonly start: string;
  readonly end: string;
  /** The first one leads: its representative drafts and registers. */
  readonly parties: readonly {
    readonly body: Body;
    readonly cents: number;
    readonly role: string;
  }[];
}

/** An agreement whose text is frozen: what everybody signs. */
export interface FrozenPact {
  readonly agreement: string;
  readonly textSha256: string;
  /** Who acts for the party that leads. */
  readonly clerk: Persona;
}

/** An agreement from its draft to the frozen text, the same for all. */
export async function freezePact(story: Story, pact: Pact): Promise<FrozenPact> {
  const { parties, ...terms } = pact;
  const [lead] = parties;
  if (!lead) throw new Error('an agreement has parties');
  const clerk = lead.body.representative;
  const totalCents = String(parties.reduce((total, { cents }) => total + cents, 0));
  const drafted = { ...terms, totalCents, source: 'SYNTHETIC' };
  const { stream: agreement } = await story.did(clerk, 'draftAgreement', drafted);
  for (const { body, cents, role } of parties) {
    const party = { agreement, partner: body.id, shareCents: String(cents), role };
    await story.did(clerk, 'addParty', party);
  }
  await story.did(clerk, 'reviseText', { agreement, clauses: clausesOf(pact) });
  await story.did(clerk, 'submitForReview', { agreement });
  await story.later({ days: 1 });
  await story.did(clerk, 'freezeText', { agreement });
  const frozen = 'agreement(id: $id) { textSha256 reserved }';
  const { textSha256 } = await story.until(frozen, agreement, ({ reserved }) => reserved === true);
  return { agreement, textSha256: String(textSha256), clerk };
}

/** Each public party's own act comes before its signature; then the text is opened. */
export async function approveAndOpen(
  story: Story,
  { parties }: Pact,
  { agreement, textSha256, clerk }: FrozenPact,
): Promise<void> {
  for (const { body } of parties) {
    const act = await story.paper(body.representative, `Atto di ${body.name} sull’accordo`);
    const approval = { agreement, textSha256, party: body.id, act, date: story.today };
    const reason = `${body.name} approva il testo`;
    const input = { ...approval, body: 'Organo competente' };
    await story.decreed(body.representative, 'recordPartyApproval', { ...input, reason });
  }
  await story.later({ days: 1 });
  await story.did(clerk, 'openForSignature', { agreement, textSha256 });
}

/** One party signs, digitally. */
export async function signPact(
  story: Story,
  body: Body,
  { agreement, textSha256 }: FrozenPact,
): Promise<void> {
  const { representative } = body;
  const container = await story.paper(representative, `Contenitore firmato da ${body.name}`);
  const report = await story.paper(representative, `Rapporto di verifica per ${body.name}`);
  await story.decreed(representative, 'signAgreement', {
    ...{ agreement, textSha256, party: body.id, level: 'DIGITAL', signedAt: story.now },
    ...{ container, report, certificateSubject: `CN=${representative.name}` },
    reason: `${body.name} firma`,
  });
}

/** All of it up to the last signature. */
export async function signedPact(story: Story, pact: Pact): Promise<FrozenPact> {
  const frozen = await freezePact(story, pact);
  await approveAndOpen(story, pact, frozen);
  await story.later({ days: 1 });
  for (const { body } of pact.parties) await signPact(story, body, frozen);
  return frozen;
}

/** Signed by every party, registered, in force by the process; answers its id. */
export async function concludePact(story: Story, pact: Pact, protocolNo: string): Promise<string> {
  const { agreement, clerk } = await signedPact(story, pact);
  await story.until(
    'agreement(id: $id) { registrationAskedOf { id } }',
    agreement,
    ({ registrationAskedOf }) => registrationAskedOf !== null,
  );
  const register = pact.parties[0]?.body.id;
  const entry = { agreement, protocolNo, protocolDate: story.today, register };
  await story.decreed(clerk, 'registerAgreement', {
    ...entry,
    reason: 'Registrazione di protocollo',
  });
  await story.until(
    'agreement(id: $id) { status }',
    agreement,
    // Told again after it was cut off, the story may find that its term has ended since.
    ({ status }) => status === 'IN_FORCE' || status === 'EXPIRED',
  );
  return agreement;
}

/** Waits until the network that an agreement constitutes is active by it (N-3). */
export async function activated(story: Story, network: string): Promise<void> {
  await story.until(
    'network(id: $id) { status }',
    network,
    // Suspended once the agreement has expired, where the story is told again from its beginning.
    ({ status }) => status === 'ACTIVE' || status === 'SUSPENDED',
  );
}

function clausesOf({ title, kind }: Pact) {
  const clause = (key: string, heading: string, text: string) => ({
    ...{ id: v5(`${title} ${key}`, v5.DNS), title: heading, text },
  });
  const isGrant = kind === 'GRANT_AGREEMENT';
  return [
    clause('object', 'Oggetto', `Le parti collaborano per: ${title}.`),
    {
      ...clause('shares', 'Quote', 'Ogni parte attua le azioni affidatele, nella sua quota.'),
      ...(isGrant && { covers: GRANT_TOPICS }),
    },
    clause('data', 'Dati', 'Nessun destinatario è trattato come singola persona.'),
  ];
}
