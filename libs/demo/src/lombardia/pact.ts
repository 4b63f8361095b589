import { v5 } from 'uuid';
import type { Body as Known } from '../lab-impact/cast.js';
import type { Persona } from '../lab-impact/story.js';
import type { BulkCommand, Hand } from './door.js';

/** A party of an agreement; the first one leads: its representative drafts and registers. */
export interface Party {
  readonly body: Known & { readonly isPublic: boolean };
  readonly cents: number;
  readonly role: 'adhering' | 'lead' | 'partner';
}

/** An agreement as it is drafted. */
export interface Pact {
  readonly key: string;
  readonly kind: string;
  readonly title: string;
  readonly network?: string;
  readonly plan?: string;
  readonly parent?: string;
  readonly start: string;
  readonly end: string;
  /** The end that an extension asks for. */
  readonly laterEnd: string;
  readonly parties: readonly [Party, ...Party[]];
  /** Without a year. */
  readonly number: number;
  /** Its publication is a condition of its effect. */
  readonly publicationRequired?: boolean;
}

/** One command of a step: who gives it, and what makes its id. */
export interface Order {
  readonly as: Persona;
  readonly key: string;
  readonly command: BulkCommand;
  /** What an act of effect rests on. */
  readonly paper?: string;
}

/** The time and the frozen text that the orders of a step name. */
export interface Now {
  readonly today: string;
  readonly at: string;
  readonly textSha256: string;
}

/** What the text of a grant that is passed on must hold. */
const GRANT_TOPICS = [
  ...['maximumContribution', 'descriptionAndTimetable', 'subcontracting'],
  ...['forwardBudgetAndFinancingPlan', 'finalCalculationMethod', 'reportingAmendmentTermination'],
  ...['objectivesAndIndicators', 'yearlyReporting', 'eligibleCosts', 'bookkeepingAndPayment'],
  ...['auditTrail', 'dataProtection', 'publicity'],
];

/** Models of the documents that many acts are written on, by their hash. */
export interface Papers {
  readonly act: string;
  readonly container: string;
  readonly report: string;
}

/** Keeps the models; answers their hashes. */
export async function papersOf(hand: Hand): Promise<Papers> {
  return {
    act: await hand.paper('Atto di approvazione'),
    container: await hand.paper('Contenitore di firma'),
    report: await hand.paper('Rapporto di verifica della firma'),
  };
}

/** Gives orders one after another. @throws StoryBroken */
export async function carryOut(hand: Hand, orders: readonly Order[]): Promise<void> {
  for (const { as, key, command, paper } of orders) {
    if (paper === undefined) await hand.gives(as, key, command);
    else await hand.decrees(as, key, { ...command, reason: paper, paper });
  }
}

/** The commands on one agreement, step by step; every one is built anew from the same pact. */
export class PactOrders {
  readonly agreement: string;
  readonly #clerk: Persona;

  constructor(
    private readonly hand: Hand,
    private readonly pact: Pact,
    private readonly papers: Papers,
  ) {
    this.#clerk = pact.parties[0].body.representative;
    this.agreement = hand.streamOf(this.#clerk, `draft ${pact.key}`, 'agreement');
  }

  /** The local id of its amendment. */
  get amendment(): string {
    return this.hand.partOf(this.#clerk, `amend ${this.pact.key}`, 'amendment');
  }

  draft(): readonly Order[] {
    const { kind, title, network, plan, parent, start, end, parties, key } = this.pact;
    const totalCents = parties.reduce((sum, { cents }) => sum + cents, 0);
    const data = {
      ...{ kind, title, totalCents, start, end, source: 'synthetic' },
      ...(network !== undefined && { network }),
      ...(plan !== undefined && { plan }),
      ...(parent !== undefined && { parent }),
      ...(this.pact.publicationRequired === true && { publicationRequired: true }),
    };
    const founding = { aggregate: 'agreement', type: 'DraftAgreement', target: null, data };
    return [
      { as: this.#clerk, key: `draft ${key}`, command: founding },
      ...parties.map(({ body, cents: shareCents, role }) =>
        this.#by(this.#clerk, 'AddParty', {
          data: { partner: body.id, shareCents, role },
          part: body.id,
        }),
      ),
      this.#by(this.#clerk, 'ReviseText', { data: { clauses: clausesOf(this.pact) } }),
    ];
  }

  submit(amendment?: string): Order {
    return this.#by(this.#clerk, 'SubmitForReview', { data: {}, amendment });
  }

  freeze(amendment?: string): Order {
    return this.#by(this.#clerk, 'FreezeText', { data: {}, amendment });
  }

  /** Each administration's own act comes before its signature. */
  approve({ textSha256, today: date }: Now, amendment?: string): readonly Order[] {
    const { act } = this.papers;
    const type = amendment === undefined ? 'RecordPartyApproval' : 'ApproveAmendment';
    return this.pact.parties
      .filter(({ body }) => body.isPublic)
      .map(({ body: { id: party, representative } }) =>
        this.#by(representative, type, {
          data: { party, textSha256, act, date, body: 'Organo competente' },
          ...{ amendment, part: party, paper: 'Approvazione del testo' },
        }),
      );
  }

  open({ textSha256 }: Now, amendment?: string): Order {
    return this.#by(this.#clerk, 'OpenForSignature', { data: { textSha256 }, amendment });
  }

  /** Administrations sign digitally, others at the advanced level. */
  sign(
    { textSha256, at: signedAt }: Now,
    { from = 0, to, amendment }: { from?: number; to?: number; amendment?: string } = {},
  ): readonly Order[] {
    const { container, report } = this.papers;
    return this.pact.parties.slice(from, to).map(({ body }) =>
      this.#by(body.representative, 'SignAgreement', {
        data: {
          ...{ party: body.id, textSha256, signedAt, container, report },
          level: body.isPublic ? 'digital' : 'advanced',
        },
        ...{ amendment, part: body.id, paper: 'Firma dell’accordo' },
      }),
    );
  }

  refuse({ textSha256, today: refusedOn }: Now): Order {
    const { body } = this.pact.parties.at(-1) ?? this.pact.parties[0];
    const data = { party: body.id, textSha256, statement: this.papers.act, refusedOn };
    return this.#by(body.representative, 'RefuseSignature', { data, paper: 'Rifiuto della firma' });
  }

  withdraw(): Order {
    return this.#by(this.#clerk, 'WithdrawDraft', { data: {} });
  }

  register({ today: protocolDate }: Now, amendment?: string): Order {
    const { number, parties } = this.pact;
    const suffix = amendment === undefined ? '' : '/bis';
    const protocolNo = `${String(number)}/${protocolDate.slice(0, 4)}${suffix}`;
    const data = { protocolNo, protocolDate, register: parties[0].body.id };
    const paper = 'Registrazione di protocollo';
    return this.#by(this.#clerk, 'RegisterAgreement', { data, amendment, paper });
  }

  publish({ today: publishedOn }: Now): Order {
    const data = { publishedOn, place: 'Albo sintetico', reference: this.pact.key };
    return this.#by(this.#clerk, 'PublishAgreement', { data });
  }

  /** A clause is put in the place of the former. */
  propose(): Order {
    const [object] = clausesOf(this.pact);
    const text = `Le parti collaborano, con un calendario nuovo, per: ${this.pact.title}.`;
    const change = { clauses: [{ ...object, text }] };
    const command = { aggregate: 'agreement', type: 'ProposeAmendment', target: this.agreement };
    const data = { amends: 1, change };
    return { as: this.#clerk, key: `amend ${this.pact.key}`, command: { ...command, data } };
  }

  suspend(): Order {
    return this.#by(this.#clerk, 'SuspendAgreement', { data: {}, paper: 'Sospensione' });
  }

  resume(): Order {
    return this.#by(this.#clerk, 'ResumeAgreement', { data: {}, paper: 'Ripresa' });
  }

  terminate(): Order {
    const data = { cause: 'consent' };
    return this.#by(this.#clerk, 'TerminateAgreement', { data, paper: 'Risoluzione consensuale' });
  }

  annul({ today: annulledOn }: Now): Order {
    const data = { act: this.papers.act, annulledOn };
    return this.#by(this.#clerk, 'AnnulAgreement', { data, paper: 'Annullamento' });
  }

  requestExtension(): Order {
    const { laterEnd: end } = this.pact;
    return this.#by(this.#clerk, 'RequestTermExtension', { data: { end } });
  }

  /** By somebody else than who asked. */
  extend(): Order {
    const { laterEnd: end } = this.pact;
    const { body } = this.pact.parties.at(-1) ?? this.pact.parties[0];
    const data = { end, act: this.papers.act };
    return this.#by(body.representative, 'ExtendTerm', { data, paper: 'Proroga' });
  }

  /** Every signature is looked at again, then it is closed. */
  close({ today: verifiedOn }: Now): readonly Order[] {
    const { report } = this.papers;
    const found = { version: 1, validAtSigning: true, validNow: true, report, verifiedOn };
    const looks = this.pact.parties.map(({ body: { id: party } }) =>
      this.#by(this.#clerk, 'ReverifySignature', {
        data: { ...found, party },
        ...{ part: party, paper: 'Nuova verifica della firma' },
      }),
    );
    const data = { settledCents: 0 };
    return [...looks, this.#by(this.#clerk, 'CloseAgreement', { data, paper: 'Chiusura' })];
  }

  #by(
    as: Persona,
    type: string,
    {
      data,
      amendment,
      part = '',
      paper,
    }: {
      readonly data: object;
      readonly amendment?: string | undefined;
      readonly part?: string;
      readonly paper?: string;
    },
  ): Order {
    const version = amendment === undefined ? '' : ' amendment';
    return {
      as,
      key: `${type} ${this.pact.key} ${part}${version}`,
      command: {
        ...{ aggregate: 'agreement', type, target: this.agreement },
        data: amendment === undefined ? data : { ...data, amendment },
      },
      ...(paper !== undefined && { paper }),
    };
  }
}

function clausesOf({ title, kind, key }: Pact) {
  const clause = (name: string, heading: string, text: string) => ({
    ...{ id: v5(`${key} ${name}`, v5.DNS), title: heading, text },
  });
  const isGrant = kind === 'implementingConvention';
  return [
    clause('object', 'Oggetto', `Le parti collaborano per: ${title}.`),
    {
      ...clause('shares', 'Quote', 'Ogni parte attua le azioni affidatele, nella sua quota.'),
      ...(isGrant && { covers: GRANT_TOPICS }),
    },
    clause('data', 'Dati', 'Nessun destinatario è trattato come singola persona.'),
  ];
}
