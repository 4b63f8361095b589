import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { commandOf, CommandRequest, Transactions } from '@tavolo/command';
import type { Aggregate, Answer, Asked, Envelope, Grounded } from '@tavolo/command';
import type { PartnerId } from '../contract/index.js';
import type { LapseRepresentation, PartnerCommand } from '../domain/partner.commands.js';
import type { RegisterPartner } from '../domain/partner.commands.js';
import { gapsAfter } from '../domain/partner.powers.js';
import { partnerEventTypes } from '../domain/partner.events.js';
import type { PartnerEvent } from '../domain/partner.events.js';
import type { MarkDuplicate, RecordSuccession } from '../domain/partner.leaving.commands.js';
import { partner } from '../domain/partner.js';
import type { PartnerState } from '../domain/partner.state.js';
import { PartnerGrounds } from './partner.grounds.js';
import { PartnerTies } from './partner.ties.js';

/** Partners as streams `partner-<uuid>`. */
export const partners: Aggregate<PartnerState, PartnerCommand, PartnerEvent> = {
  category: 'partner',
  decider: partner,
  version: 4,
  eventTypes: partnerEventTypes,
  creates: ['RegisterPartner'],
  ofEffect: [
    'ClassifyPartner',
    'VerifyEligibility',
    'AppointLegalRepresentative',
    'EndLegalRepresentation',
    'AuthoriseSignatory',
    'RevokeSignatory',
    'SuspendPartner',
    'ReinstatePartner',
    'RequestWithdrawal',
    'ConfirmWithdrawal',
    'OpenExclusion',
    'DropExclusion',
    'ExcludePartner',
    'RecordSuccession',
    'RecordDissolution',
    'MarkDuplicate',
  ],
};

/** A command on a partner on its way to the handler. */
export class PartnerRequest extends CommandRequest<PartnerCommand> {}

type Grounding = Grounded<PartnerCommand> | Promise<Grounded<PartnerCommand>>;

/** Decides on a partner by its own stream, and by what ties it to others. */
@CommandHandler(PartnerRequest)
export class PartnerHandler implements ICommandHandler<PartnerRequest> {
  constructor(
    private readonly transactions: Transactions,
    private readonly grounds: PartnerGrounds,
    private readonly ties: PartnerTies,
  ) {}

  execute(request: PartnerRequest): Promise<Answer> {
    return this.transactions.run(partners, request, (state) => this.#ground(request, state));
  }

  #ground(request: PartnerRequest, state: PartnerState): Grounding {
    const { asked, envelope } = request;
    switch (asked.type) {
      case 'RegisterPartner':
        return this.#onTaxCode(request, asked);
      case 'SubmitEligibilityEvidence':
      case 'OpenExclusion':
      case 'AnswerExclusion':
        return onDocuments(request);
      case 'AppointLegalRepresentative':
      case 'AuthoriseSignatory': {
        const newId = this.grounds.newRepresentation(envelope);
        return { command: commandOf(request, { newId }), result: { newId } };
      }
      case 'DeclareInterest': {
        const newId = this.grounds.newInterest(envelope);
        const documents = documentsOf(envelope);
        return { command: commandOf(request, { newId, documents }), result: { newId } };
      }
      case 'EndLegalRepresentation':
        return this.#onEnd(request);
      case 'LapseRepresentation':
        return this.#onLapse(request, state, asked.data);
      default:
        return this.#onTies(request);
    }
  }

  /** PA-4: what binds the partner while nobody may be missing who acts for it. */
  async #onEnd(request: PartnerRequest): Promise<Grounded<PartnerCommand>> {
    const { found: agreements, basis } = await this.ties.binding(request.target as PartnerId);
    const newId = this.grounds.newRepresentation(request.envelope);
    return { command: commandOf(request, { agreements, newId }), basis, result: { newId } };
  }

  /** The date has decided; whether it leaves a gap is answered, for somebody to close it (PA-4). */
  async #onLapse(
    request: PartnerRequest,
    { powers }: PartnerState,
    { representation }: Asked<LapseRepresentation>['data'],
  ): Promise<Grounded<PartnerCommand>> {
    const over = powers.find(({ id, kind }) => id === representation && kind !== 'signatory');
    const { found, basis } = await this.ties.binding(request.target as PartnerId);
    const gaps = over?.until ? gapsAfter(over.until, powers, found) : [];
    const result = { gaps: gaps.map(({ agreement }) => agreement) };
    return { command: commandOf(request), basis, result };
  }

  #onTies(request: PartnerRequest): Grounding {
    const { asked } = request;
    switch (asked.type) {
      case 'ConfirmWithdrawal':
      case 'ExcludePartner':
        return this.#onCommitments(request);
      case 'RecordSuccession':
        return this.#onSuccessor(request, asked);
      case 'MarkDuplicate':
        return this.#onOriginal(request, asked);
      default:
        return { command: commandOf(request) };
    }
  }

  /** PA-1 at once, where the code is known to be held; in a race the claim process keeps it. */
  async #onTaxCode(
    request: PartnerRequest,
    { data }: Asked<RegisterPartner>,
  ): Promise<Grounded<PartnerCommand>> {
    return { command: commandOf(request, await this.grounds.ofTaxCode(data.taxCode)) };
  }

  async #onCommitments(request: PartnerRequest): Promise<Grounded<PartnerCommand>> {
    const { asked, envelope, target } = request;
    const { found: open, basis } = await this.ties.open(target as PartnerId);
    if (asked.type === 'ConfirmWithdrawal') return { command: commandOf(request, { open }), basis };
    const isReasoned = envelope.reasonRef !== undefined;
    const grounds = { open, isReasoned, documents: documentsOf(envelope) };
    return { command: commandOf(request, grounds), basis };
  }

  async #onSuccessor(
    request: PartnerRequest,
    { data }: Asked<RecordSuccession>,
  ): Promise<Grounded<PartnerCommand>> {
    const { found: successor, basis } = await this.ties.other(data.successor, request.target);
    return { command: commandOf(request, { successor }), basis };
  }

  async #onOriginal(
    request: PartnerRequest,
    { data }: Asked<MarkDuplicate>,
  ): Promise<Grounded<PartnerCommand>> {
    const { found: of, basis } = await this.ties.other(data.of, request.target);
    const open = await this.ties.open(request.target as PartnerId);
    const command = commandOf(request, { of, open: open.found });
    return { command, basis: [...basis, ...open.basis] };
  }
}

/** The documents come with the command, and who gives it may be the partner itself. */
function onDocuments(request: PartnerRequest): Grounded<PartnerCommand> {
  const { asked, envelope, target } = request;
  const documents = documentsOf(envelope);
  const isOwn = envelope.by.organisation === target;
  const grounds = asked.type === 'AnswerExclusion' ? { documents, isOwn } : { documents };
  return { command: commandOf(request, grounds) };
}

function documentsOf({ documents = [] }: Envelope) {
  return documents.map(({ sha256 }) => sha256);
}
