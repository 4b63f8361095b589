import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { commandOf, derivedId } from '@tavolo/command';
import type { Answer, Asked, Grounded } from '@tavolo/command';
import type { OrganisationId } from '@tavolo/kernel';
import type { BoardCommand } from '../domain/board.commands.js';
import type { BoardId, DecisionId } from '../contract/index.js';
import { boards, decisions } from './aggregates.js';
import { BoardsPorts } from './ports.js';
import { BoardRequest } from './requests.js';

type Ground = Grounded<BoardCommand>;
type DataOf<Type extends BoardCommand['type']> = Extract<
  Asked<BoardCommand>,
  { type: Type }
>['data'];

/** Every command on a board: gather what it rests on, decide, append. */
@CommandHandler(BoardRequest)
export class BoardHandler implements ICommandHandler<BoardRequest> {
  constructor(private readonly context: BoardsPorts) {}

  execute(request: BoardRequest): Promise<Answer> {
    return this.context.ports.transactions.run(boards, request, () => this.#ground(request));
  }

  #ground(request: BoardRequest): Ground | Promise<Ground> {
    const { asked } = request;
    switch (asked.type) {
      case 'EstablishBoard':
        return this.#onNamed(request, asked.data);
      case 'DesignateMember':
        return this.#onMember(request, asked.data);
      case 'AppointSecretary':
      case 'ReplaceMember':
        return this.#onOrganisation(request, asked.data.organisation);
      case 'AmendRules':
        return this.#onDecision(request, asked.data.decision);
      case 'AppointMember':
      case 'AppointChair':
      case 'AppointViceChair':
      case 'AppointAlternate':
      case 'ResignSeat':
      case 'RevokeMember':
      case 'SuspendSeat':
      case 'ReinstateSeat':
      case 'LapseSeat':
      case 'ProrogueBoard':
      case 'DissolveBoard':
        return { command: commandOf(request) };
    }
  }

  async #onNamed(
    request: BoardRequest,
    { network: networkId, plan: planId }: DataOf<'EstablishBoard'>,
  ): Promise<Ground> {
    const { networks, plans } = this.context.ports;
    const network = networkId === undefined ? null : await networks.standing(networkId);
    const plan = planId === undefined ? null : await plans.standing(planId);
    const grounds = { networkKnown: network !== null, planKnown: plan !== null };
    const basis = [network, plan].flatMap((found) => (found ? [found.basis] : []));
    return { command: commandOf(request, grounds), basis };
  }

  async #onMember(
    request: BoardRequest,
    { seat, organisation }: DataOf<'DesignateMember'>,
  ): Promise<Ground> {
    const { instance, partners } = this.context.ports;
    const { by, commandId } = request.envelope;
    const newId = derivedId(instance.facts.id, by.person, commandId, 'seat');
    const partner = organisation === undefined ? null : await partners.standing(organisation);
    return {
      command: commandOf(request, { newId, organisationKnown: partner !== null }),
      basis: partner ? [partner.basis] : [],
      ...(seat === undefined && { result: { newId } }),
    };
  }

  async #onDecision(request: BoardRequest, id: DecisionId): Promise<Ground> {
    const loaded = await this.context.ports.transactions.load(decisions, id);
    const { status = null, board, subject } = loaded?.state ?? {};
    const decision = status && board && subject ? { board, status, subject } : null;
    const command = commandOf(request, { board: request.target as BoardId, decision });
    return { command, basis: loaded ? [loaded.basis] : [] };
  }

  async #onOrganisation(
    request: BoardRequest,
    organisation: OrganisationId | undefined,
  ): Promise<Ground> {
    const { partners } = this.context.ports;
    const partner = organisation === undefined ? null : await partners.standing(organisation);
    const command = commandOf(request, { organisationKnown: partner !== null });
    return { command, basis: partner ? [partner.basis] : [] };
  }
}
