import { v5 } from 'uuid';
import type { Body } from './cast.js';
import type { Story } from './story.js';

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

/** An agreement from its draft to the first signature; the text is the same for all. */
export async function openPact(story: Story, pact: Pact) {
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
  const { textSha256 } = (await story.until(
    'agreement(id: $id) { status textSha256 }',
    agreement,
    (found) => found.textSha256 !== null,
  )) as { textSha256: string };
  return { agreement, textSha256, clerk };
}

/** Each public party's own act comes before its signature; then the text is opened. */
export async function approveAndOpen(
  story: Story,
  { parties }: Pact,
  { agreement, textSha256, clerk }: Awaited<ReturnType<typeof openPact>>,
): Promise<void> {
  for (const { body } of parties) {
    const act = await story.paper(body.representative, `Atto di ${body.name} sull’accordo`);
    const approval = { agreement, textSha256, party: body.id, act, date: story.today };
    const reason = `${body.name} approva il testo`;
    const input = { ...approval, body: 'Organo competente' };
    await story.decreed(body.representative, 'recordPartyApproval', input, reason);
  }
  await story.later({ days: 1 });
  await story.did(clerk, 'openForSignature', { agreement, textSha256 });
}

/** One party signs, digitally. */
export async function signPact(
  story: Story,
  body: Body,
  { agreement, textSha256 }: { readonly agreement: string; readonly textSha256: string },
): Promise<void> {
  const { representative } = body;
  const container = await story.paper(representative, `Contenitore firmato da ${body.name}`);
  const report = await story.paper(representative, `Rapporto di verifica per ${body.name}`);
  await story.decreed(
    representative,
    'signAgreement',
    {
      ...{ agreement, textSha256, party: body.id, level: 'DIGITAL', signedAt: story.now },
      ...{ container, report, certificateSubject: `CN=${representative.name}` },
    },
    `${body.name} firma`,
  );
}

/** All of it: signed by every party, registered, in force by the process. */
export async function concludePact(story: Story, pact: Pact, protocolNo: string): Promise<string> {
  const opened = await openPact(story, pact);
  await approveAndOpen(story, pact, opened);
  await story.later({ days: 1 });
  for (const { body } of pact.parties) await signPact(story, body, opened);
  const { agreement, clerk } = opened;
  const register = pact.parties[0]?.body.id;
  await story.decreed(
    clerk,
    'registerAgreement',
    { agreement, protocolNo, protocolDate: story.today, register },
    'Protocollo in entrata',
  );
  await story.until(
    'agreement(id: $id) { status }',
    agreement,
    ({ status }) => status === 'IN_FORCE',
  );
  return agreement;
}

function clausesOf({ title }: Pact) {
  const clause = (key: string, heading: string, text: string) => ({
    ...{ id: v5(`${title} ${key}`, v5.DNS), title: heading, text },
  });
  return [
    clause('object', 'Oggetto', `Le parti collaborano per: ${title}.`),
    clause(
      'shares',
      'Quote',
      'Ciascuna parte attua le azioni che le sono affidate nella sua quota.',
    ),
    clause(
      'data',
      'Dati',
      'I destinatari non sono mai trattati come singole persone in questo sistema.',
    ),
  ];
}
