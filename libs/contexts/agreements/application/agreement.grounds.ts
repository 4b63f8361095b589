import { Readable } from 'node:stream';
import { commandOf, commonRules, dayOf, derivedId } from '@tavolo/command';
import type { Grounded, Instance, Mandates, Transactions } from '@tavolo/command';
import type { Decisions, DecisionStanding } from '@tavolo/boards';
import type { Basis } from '@tavolo/event-store';
import type { Refusal, Sha256 } from '@tavolo/kernel';
import type { NetworkId, Networks } from '@tavolo/networks';
import type { PartnerId, Partners } from '@tavolo/partners';
import type { PlanId, Plans } from '@tavolo/plans';
import type { PrivateStore } from '@tavolo/private-store';
import type { Claims } from '@tavolo/process';
import type { AgreementId, AgreementKind } from '../contract/index.js';
import type { ChildrenGround, FundingGround } from '../domain/agreement.commands.js';
import type { AgreementCommand } from '../domain/asked.commands.js';
import type { Agreement, AgreementState } from '../domain/agreement.state.js';
import { canonicalAmendment, canonicalText } from '../domain/agreement.text.js';
import { heldByChildren } from '../domain/ledger.js';
import { agreements, ledgers } from './aggregates.js';
import type { AgreementRequest } from './agreement.request.js';
import { ledgerOf } from './ledgers.js';
import { parentGround } from './parent.ground.js';
import { protocolClaim, protocolHolder } from './protocol-claim.js';
import { RecordingGrounds } from './recording.grounds.js';

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
  readonly #recording: RecordingGrounds;

  constructor(
    private readonly ports: Readonly<{
      claims: Claims;
      decisions: Decisions;
      instance: Instance;
      mandates: Mandates;
      networks: Networks;
      partners: Partners;
      plans: Plans;
      privateStore: PrivateStore;
      transactions: Transactions;
    }>,
  ) {
    this.#recording = new RecordingGrounds(ports);
  }

  /** The full command with the streams it rests on; refused where a document is not there. */
  of(request: AgreementRequest, state: AgreementState): AgreementGround | Promise<AgreementGround> {
    const { asked } = request;
    switch (asked.type) {
      case 'DraftAgreement':
        return this.#onReferences(request, asked.data);
      case 'RecordExistingAgreement':
        return this.#recording.of(request, asked.data);
      case 'AddParty':
        return this.#onPartner(request, asked.data.partner);
      case 'FreezeText':
        return this.#onText(request, asked.data, state);
      case 'SignAgreement':
        return this.#onSignature(request, asked.data);
      case 'RegisterAgreement':
        return this.#onRegister(request, asked.data);
      case 'BringIntoForce':
        return this.#onForce(request, asked.data.amendment, state);
      case 'EndWithParent':
        return this.#onAbove(request, asked.data.parent);
      case 'ProposeAmendment':
      case 'ReviseAmendment':
        return this.#onNewcomers(request, asked);
      case 'ProposeExtension': {
        const newId = this.#newAmendment(request);
        return { command: commandOf(request, { newId }), result: { newId } };
      }
      case 'RequestTermExtension':
        return this.#onParent(request, state);
      default:
        return this.#onDocuments(request, documentsOf(asked));
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
    const parentKind = found.find(({ kind }) => kind !== undefined)?.kind ?? null;
    const { id } = this.ports.instance.facts;
    const { by, commandId } = request.envelope;
    const newIds = conditions.map((_, i) => derivedId(id, by.person, commandId, 'condition', i));
    const basis = found.flatMap((each) => (each.basis === null ? [] : [each.basis]));
    return { command: commandOf(request, { newIds, missing, parentKind }), basis };
  }

  async #network(id: NetworkId): Promise<Named> {
    return { id, basis: (await this.ports.networks.standing(id))?.basis ?? null };
  }

  async #plan(id: PlanId): Promise<Named> {
    return { id, basis: (await this.ports.plans.standing(id))?.basis ?? null };
  }

  async #agreement(id: AgreementId): Promise<Named> {
    const found = await this.ports.transactions.load(agreements, id);
    const kind = found?.state?.kind;
    return { id, basis: found?.basis ?? null, ...(kind !== undefined && { kind }) };
  }

  async #onPartner(request: AgreementRequest, id: PartnerId): Promise<AgreementGround> {
    const partner = await this.ports.partners.standing(id);
    const command = commandOf(request, { partner: partner && { isPublic: partner.isPublic } });
    return { command, basis: partner ? [partner.basis] : [] };
  }

  async #onText(
    request: AgreementRequest,
    { textSha256, amendment }: AskedFor<'FreezeText'>,
    state: AgreementState,
  ): Promise<AgreementGround> {
    if (state === null) return { command: commandOf(request) };
    const target = request.target as AgreementId;
    const amending = state.amendments.find(({ id }) => id === amendment) ?? null;
    const text =
      textSha256 === undefined
        ? await this.#canonical(
            amending ? canonicalAmendment(target, amending) : canonicalText(target, state),
          )
        : (await this.ports.privateStore.documents([textSha256])).get(textSha256);
    if (!text) return { refusal: unknownDocument(textSha256) };
    const { sha256, mediaType } = text;
    const { parent, basis } = await this.#parentOf(target, state);
    const { children, basis: below } = await this.#childrenOf(target);
    const decided = amending?.decision && (await this.ports.decisions.standing(amending.decision));
    const decision = decided ? fundingOf(decided) : null;
    const command = commandOf(request, { sha256, mediaType, parent, children, decision });
    return { command, basis: [...basis, ...below, ...(decided ? [decided.basis] : [])] };
  }

  /** Stored even if the freezing is then refused: a document nobody names harms nobody. */
  #canonical(text: string) {
    const bytes = Buffer.from(text, 'utf8');
    const about = { mediaType: JSON_TYPE, maxBytes: MAX_TEXT_BYTES };
    return this.ports.privateStore.putDocument(Readable.from([bytes]), about);
  }

  async #childrenOf(
    parent: AgreementId,
  ): Promise<{ children: ChildrenGround; basis: readonly Basis[] }> {
    const held = await this.ports.transactions.load(ledgers, ledgerOf(parent));
    return { children: heldByChildren(held?.state ?? {}), basis: held ? [held.basis] : [] };
  }

  async #onForce(
    request: AgreementRequest,
    amendment: string | undefined,
    state: AgreementState,
  ): Promise<AgreementGround> {
    const { above, basis } = await this.#aboveOf(state?.parent ?? null);
    if (amendment === undefined) return { command: commandOf(request, { above }), basis };
    const { children, basis: below } = await this.#childrenOf(request.target as AgreementId);
    return { command: commandOf(request, { children, above }), basis: [...basis, ...below] };
  }

  async #onAbove(request: AgreementRequest, parent: AgreementId): Promise<AgreementGround> {
    const { above, basis } = await this.#aboveOf(parent);
    return { command: commandOf(request, { above }), basis };
  }

  async #aboveOf(parent: AgreementId | null) {
    const found = parent && (await this.ports.transactions.load(agreements, parent));
    if (!found?.state) return { above: null, basis: [] };
    const { endedOn, status } = found.state;
    return { above: { endedOn, status }, basis: [found.basis] };
  }

  async #onParent(request: AgreementRequest, state: AgreementState): Promise<AgreementGround> {
    if (state === null) return { command: commandOf(request, { parent: null }) };
    const { parent, basis } = await this.#parentOf(request.target as AgreementId, state);
    return { command: commandOf(request, { parent }), basis };
  }

  /** Who is to join is looked up; the local id of an amendment is that of its command. */
  async #onNewcomers(
    request: AgreementRequest,
    {
      type,
      data,
    }: Extract<AgreementRequest['asked'], { type: 'ProposeAmendment' | 'ReviseAmendment' }>,
  ): Promise<AgreementGround> {
    const { join = [] } = data.change;
    const found = await Promise.all(
      join.map(({ partner }) => this.ports.partners.standing(partner)),
    );
    const joining = found.map((each) => each && { isPublic: each.isPublic });
    const basis = found.flatMap((each) => each?.basis ?? []);
    if (type === 'ReviseAmendment') return { command: commandOf(request, { joining }), basis };
    const newId = this.#newAmendment(request);
    const command = commandOf(request, { newId, joining });
    return { command, basis, result: { newId } };
  }

  #newAmendment({ envelope: { by, commandId } }: AgreementRequest): string {
    return derivedId(this.ports.instance.facts.id, by.person, commandId, 'amendment');
  }

  #parentOf(child: AgreementId, { parent }: Agreement) {
    return parentGround(this.ports.transactions, child, parent);
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
    const { amendment } = entry;
    const own = { stream: request.target, ...(amendment !== undefined && { amendment }) };
    const heldBy = holder === protocolHolder(own) ? null : holder;
    const command = commandOf(request, { registerExists: register !== null, heldBy });
    return { command, basis: register ? [register.basis] : [] };
  }
}

interface Named {
  readonly id: string;
  readonly basis: Basis | null;
  /** Of an agreement. */
  readonly kind?: AgreementKind;
}

function fundingOf({ effectiveOn, spends, status, subject }: DecisionStanding): FundingGround {
  return { effectiveOn, spends, status, subject };
}

/** The documents that the content of a command names. */
function documentsOf({ data }: AgreementRequest['asked']): readonly Sha256[] {
  const { act, document, report, statement } = data as Readonly<Record<string, Sha256 | undefined>>;
  return [act, document, report, statement].filter((each) => each !== undefined);
}

function unknownDocument(sha256 = ''): Refusal {
  return { ...commonRules.DocumentUnknown, details: { sha256 } };
}
