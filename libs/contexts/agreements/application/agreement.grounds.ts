import { Readable } from 'node:stream';
import { commandOf, commonRules, dayOf, derivedId } from '@tavolo/command';
import type { Grounded, Instance, Transactions } from '@tavolo/command';
import type { Basis } from '@tavolo/event-store';
import type { Refusal, Sha256 } from '@tavolo/kernel';
import type { NetworkId, Networks } from '@tavolo/networks';
import type { PartnerId, Partners } from '@tavolo/partners';
import type { PlanId, Plans } from '@tavolo/plans';
import type { PrivateStore } from '@tavolo/private-store';
import type { Claims } from '@tavolo/process';
import type { AgreementId } from '../contract/index.js';
import type { AgreementCommand, ParentGround } from '../domain/agreement.commands.js';
import type { Agreement, AgreementState } from '../domain/agreement.state.js';
import { canonicalText } from '../domain/agreement.text.js';
import { residual } from '../domain/ledger.js';
import { agreements, ledgers } from './aggregates.js';
import type { AgreementRequest } from './agreement.request.js';
import { ledgerOf } from './ledgers.js';
import { protocolClaim } from './protocol-claim.js';

type AgreementGround = Grounded<AgreementCommand>;
type AskedFor<Type extends AgreementCommand['type']> = Extract<
  AgreementRequest['asked'],
  { type: Type }
>['data'];

/** A canonical text is at most as large as an append of the log. */
const MAX_TEXT_BYTES = 1_000_000;
const JSON_TYPE = 'application/json';

/** What decisions on agreements are grounded on, each read from the stream that owns it. */
export class AgreementGrounds {
  constructor(
    private readonly ports: Readonly<{
      claims: Claims;
      instance: Instance;
      networks: Networks;
      partners: Partners;
      plans: Plans;
      privateStore: PrivateStore;
      transactions: Transactions;
    }>,
  ) {}

  /** The full command with the streams it rests on; refused where a document is not there. */
  of(request: AgreementRequest, state: AgreementState): AgreementGround | Promise<AgreementGround> {
    const { asked } = request;
    switch (asked.type) {
      case 'DraftAgreement':
        return this.#onReferences(request, asked.data);
      case 'AddParty':
        return this.#onPartner(request, asked.data.partner);
      case 'FreezeText':
        return this.#onText(request, asked.data, state);
      case 'RecordPartyApproval':
        return this.#onDocuments(request, [asked.data.act]);
      case 'SignAgreement':
        return this.#onSignature(request, asked.data);
      case 'RegisterAgreement':
        return this.#onRegister(request, asked.data);
      case 'RecordConditionMet':
        return this.#onDocuments(request, [asked.data.document]);
      default:
        return { command: commandOf(request) };
    }
  }

  async #onReferences(
    request: AgreementRequest,
    { network, plan, parent, conditions = [] }: AskedFor<'DraftAgreement'>,
  ): Promise<AgreementGround> {
    const named = [
      ...(network === undefined ? [] : [this.#network(network)]),
      ...(plan === undefined ? [] : [this.#plan(plan)]),
      ...(parent === undefined ? [] : [this.#agreement(parent)]),
    ];
    const found = await Promise.all(named);
    const missing = found.find(({ basis }) => basis === null)?.id ?? null;
    const { id } = this.ports.instance.facts;
    const { by, commandId } = request.envelope;
    const newIds = conditions.map((_, i) => derivedId(id, by.person, commandId, 'condition', i));
    const basis = found.flatMap((each) => (each.basis === null ? [] : [each.basis]));
    return { command: commandOf(request, { newIds, missing }), basis };
  }

  async #network(id: NetworkId): Promise<Named> {
    return { id, basis: (await this.ports.networks.standing(id))?.basis ?? null };
  }

  async #plan(id: PlanId): Promise<Named> {
    return { id, basis: (await this.ports.plans.standing(id))?.basis ?? null };
  }

  async #agreement(id: AgreementId): Promise<Named> {
    return { id, basis: (await this.ports.transactions.load(agreements, id))?.basis ?? null };
  }

  async #onPartner(request: AgreementRequest, id: PartnerId): Promise<AgreementGround> {
    const partner = await this.ports.partners.standing(id);
    const command = commandOf(request, { partner: partner && { isPublic: partner.isPublic } });
    return { command, basis: partner ? [partner.basis] : [] };
  }

  async #onText(
    request: AgreementRequest,
    { textSha256 }: AskedFor<'FreezeText'>,
    state: AgreementState,
  ): Promise<AgreementGround> {
    if (state === null) return { command: commandOf(request) };
    const text =
      textSha256 === undefined
        ? await this.#canonical(request.target as AgreementId, state)
        : (await this.ports.privateStore.documents([textSha256])).get(textSha256);
    if (!text) return { refusal: unknownDocument(textSha256) };
    const { sha256, mediaType } = text;
    const { parent, basis } = await this.#parentOf(request.target as AgreementId, state);
    return { command: commandOf(request, { sha256, mediaType, parent }), basis };
  }

  /** Stored even if the freezing is then refused: a document nobody names harms nobody. */
  #canonical(id: AgreementId, state: Agreement) {
    const bytes = Buffer.from(canonicalText(id, state), 'utf8');
    const about = { mediaType: JSON_TYPE, maxBytes: MAX_TEXT_BYTES };
    return this.ports.privateStore.putDocument(Readable.from([bytes]), about);
  }

  async #parentOf(
    child: AgreementId,
    { parent }: Agreement,
  ): Promise<{ parent: ParentGround | null; basis: readonly Basis[] }> {
    if (parent === null) return { parent: null, basis: [] };
    const { transactions } = this.ports;
    const found = await transactions.load(agreements, parent);
    if (!found?.state) return { parent: null, basis: [] };
    const held = await transactions.load(ledgers, ledgerOf(parent));
    const { status, end, totalCents } = found.state;
    return {
      parent: { status, end, residualCents: residual(totalCents, held?.state ?? {}, child) },
      basis: [found.basis, ...(held ? [held.basis] : [])],
    };
  }

  async #onDocuments(
    request: AgreementRequest,
    hashes: readonly Sha256[],
  ): Promise<AgreementGround> {
    const missing = await this.#missing(hashes);
    return missing ? { refusal: missing } : { command: commandOf(request) };
  }

  async #missing(hashes: readonly Sha256[]): Promise<Refusal | null> {
    const known = await this.ports.privateStore.documents(hashes);
    const missing = hashes.find((sha256) => !known.has(sha256));
    return missing === undefined ? null : unknownDocument(missing);
  }

  async #onSignature(
    request: AgreementRequest,
    data: AskedFor<'SignAgreement'>,
  ): Promise<AgreementGround> {
    const { container, report, certificateSubject } = data;
    const missing = await this.#missing([container, report].filter((each) => each !== undefined));
    if (missing) return { refusal: missing };
    const { instance, partners, privateStore } = this.ports;
    const { by, commandId } = request.envelope;
    const certificateRef =
      certificateSubject === undefined
        ? null
        : await privateStore.putText(`${by.person} ${commandId} certificate`, certificateSubject);
    const party = await partners.standing(data.party);
    const signedOn = dayOf(data.signedAt, instance.facts.zone);
    const command = commandOf(request, { signedOn, certificateRef, party });
    return { command, basis: party ? [party.basis] : [] };
  }

  async #onRegister(
    request: AgreementRequest,
    entry: AskedFor<'RegisterAgreement'>,
  ): Promise<AgreementGround> {
    const { claims, partners } = this.ports;
    const register = await partners.standing(entry.register);
    const holder = await claims.holderOf(protocolClaim(entry));
    const heldBy = holder === request.target ? null : holder;
    const command = commandOf(request, { registerExists: register !== null, heldBy });
    return { command, basis: register ? [register.basis] : [] };
  }
}

interface Named {
  readonly id: string;
  readonly basis: Basis | null;
}

function unknownDocument(sha256 = ''): Refusal {
  return { ...commonRules.DocumentUnknown, details: { sha256 } };
}
