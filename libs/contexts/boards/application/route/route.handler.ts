import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { commandOf, derivedId } from '@tavolo/command';
import type { Answer, Asked, Grounded } from '@tavolo/command';
import type { Basis } from '@tavolo/event-store';
import type { BoardId, DecisionId, RouteDefinitionId } from '../../contract/index.js';
import type { RouteVersion, StageId } from '../../contract/index.js';
import { versionOn } from '../../domain/route/definition.js';
import type {
  BodyToAsk,
  Heard,
  OriginOnTable,
  RouteCommand,
  StageBodies,
} from '../../domain/route/route.commands.js';
import { openRun, stageOf } from '../../domain/route/route.state.js';
import type { RouteState } from '../../domain/route/route.state.js';
import { boards, decisions, routeDefinitions, routes } from '../aggregates.js';
import { BoardsPorts } from '../ports.js';
import type { Read } from '../ports.js';
import { RouteRequest } from '../requests.js';
import { BodiesOfLevel } from './bodies.js';

type Ground = Grounded<RouteCommand>;
type DataOf<Type extends RouteCommand['type']> = Extract<
  Asked<RouteCommand>,
  { type: Type }
>['data'];

/** Every command on a route: gather what it rests on, decide, append. */
@CommandHandler(RouteRequest)
export class RouteHandler implements ICommandHandler<RouteRequest> {
  constructor(
    private readonly context: BoardsPorts,
    private readonly bodies: BodiesOfLevel,
  ) {}

  execute(request: RouteRequest): Promise<Answer> {
    const { transactions } = this.context.ports;
    return transactions.run(routes, request, (state) => this.#ground(request, state));
  }

  #ground(request: RouteRequest, state: RouteState): Ground | Promise<Ground> {
    const { asked, target: route } = request;
    switch (asked.type) {
      case 'StartRoute':
        return this.#onStart(request, asked.data);
      case 'ResubmitToRoute':
        return this.#onOrigin(request, asked.data.decision);
      case 'WithdrawRoute':
        return this.#onOrigin(request, state.decision);
      case 'OpenStage':
        return this.#onStage(request, state);
      case 'AskHigherBody':
        return this.#onHigher(request, state);
      case 'HearBody':
      case 'MoveRoute':
        return this.#onHeard(request, asked.data.decision);
      case 'CloseTerm':
        return this.#onTerm(request, state);
      case 'LapsePlace':
        return this.#onBoard(request, asked.data.board);
      case 'NoteTextMoved':
      case 'RefuseBinding':
      case 'CloseRoute':
        return { command: commandOf(request, { route }) };
    }
  }

  async #onStart(
    request: RouteRequest,
    { definition: id, decision }: DataOf<'StartRoute'>,
  ): Promise<Ground> {
    const { legalBasis = [], today } = request.envelope;
    const definition = await this.#definition(id, today);
    const origin = await this.#origin(decision, request);
    const stages = definition.found?.inForce?.rules.stages ?? [];
    const bodies: StageBodies[] = [];
    const basis: Basis[] = [...definition.basis, ...origin.basis];
    for (const { stage, asked } of stages) {
      const named =
        asked.kind === 'boards' ? asked.boards : await this.bodies.find(asked.level, asked.network);
      const read = await Promise.all(named.map((board) => this.#body(board)));
      const found = read.map((one) => one.found);
      const alive = asked.kind === 'boards' ? found : found.filter(isThere(today));
      bodies.push({ stage, bodies: alive });
      basis.push(...read.flatMap((one) => one.basis));
    }
    const grounds = { definition: definition.found, origin: origin.found, bodies, legalBasis };
    return { command: commandOf(request, grounds), basis: distinct(basis) };
  }

  async #definition(
    id: RouteDefinitionId,
    today: RouteVersion['from'],
  ): Promise<Read<Readonly<{ board: BoardId; inForce: RouteVersion | null }>>> {
    const loaded = await this.context.ports.transactions.load(routeDefinitions, id);
    const board = loaded?.state.board ?? null;
    if (!loaded || board === null) return nothing;
    return { found: { board, inForce: versionOn(loaded.state, today) }, basis: [loaded.basis] };
  }

  async #onOrigin(request: RouteRequest, decision: DecisionId): Promise<Ground> {
    const origin = await this.#origin(decision, request);
    const grounds = { origin: origin.found, route: request.target };
    return { command: commandOf(request, grounds), basis: origin.basis };
  }

  async #origin(
    id: DecisionId,
    { envelope: { today } }: RouteRequest,
  ): Promise<Read<OriginOnTable>> {
    const { transactions } = this.context.ports;
    const loaded = await transactions.load(decisions, id);
    if (!loaded?.state.status) return nothing;
    const { board, status, textSha256, title, motivation, proposer, route, confidential } =
      loaded.state;
    const body = await transactions.load(boards, board);
    const roll = await this.context.roll(board, today);
    if (!body?.state.level) return nothing;
    const { chair, secretary } = roll.found ?? { chair: null, secretary: null };
    const officers = [chair?.person, secretary].filter((one) => one != null);
    const boundTo = route?.result === null ? route.id : null;
    const about = { board, status, textSha256, title, motivation, proposer, confidential };
    const found = { ...about, level: body.state.level, officers, boundTo };
    return { found, basis: [loaded.basis, ...roll.basis] };
  }

  async #body(board: BoardId) {
    const loaded = await this.context.ports.transactions.load(boards, board);
    const lastDay = loaded?.state.level ? loaded.state.termUntil : null;
    return { found: { board, lastDay }, basis: loaded ? [loaded.basis] : [] };
  }

  async #onStage(request: RouteRequest, state: RouteState): Promise<Ground> {
    const { next, round } = state;
    const named = next === null ? [] : (stageOf(state, next)?.boards ?? []);
    const read = await Promise.all(
      named.map((board) => this.#toAsk(board, [request.target, next ?? '', round])),
    );
    const bodies = read.map((one) => one.found);
    return {
      command: commandOf(request, { bodies }),
      basis: read.flatMap((one) => one.basis),
    };
  }

  async #onHigher(request: RouteRequest, state: RouteState): Promise<Ground> {
    const run = openRun(state);
    const to = run?.escalatesTo ?? null;
    if (!run || to === null) return { command: commandOf(request, { body: null }) };
    const named = [request.target, run.stage, run.round, 'higher'] as const;
    const { found: body, basis } = await this.#toAsk(to, named);
    return { command: commandOf(request, { body }), basis };
  }

  /** The id of what a body receives follows from the call: asked again, it is the same one. */
  async #toAsk(board: BoardId, call: readonly (number | string)[]) {
    const { id } = this.context.ports.instance.facts;
    const decision = `decision-${derivedId(id, 'route', ...call, board)}` as DecisionId;
    const { found, basis } = await this.#body(board);
    const lastDay = found.lastDay ?? ('' as BodyToAsk['lastDay']);
    return { found: { board, decision, lastDay }, basis };
  }

  async #onHeard(request: RouteRequest, decision: DecisionId): Promise<Ground> {
    const heard = await this.#heard(decision);
    const grounds = { heard: heard.found, route: request.target };
    return { command: commandOf(request, grounds), basis: heard.basis };
  }

  async #onTerm(request: RouteRequest, state: RouteState): Promise<Ground> {
    const places = openRun(state)?.places ?? [];
    const awaited = places.flatMap(({ decision, status }) =>
      decision !== null && status === 'waiting' ? [decision] : [],
    );
    const read = await Promise.all(awaited.map((decision) => this.#heard(decision)));
    const heard = read.map((one) => one.found);
    return { command: commandOf(request, { heard }), basis: read.flatMap((one) => one.basis) };
  }

  async #onBoard(request: RouteRequest, board: BoardId): Promise<Ground> {
    const { found, basis } = await this.#body(board);
    return { command: commandOf(request, { lastDay: found.lastDay }), basis };
  }

  async #heard(decision: DecisionId): Promise<Read<Heard>> {
    const loaded = await this.context.ports.transactions.load(decisions, decision);
    if (!loaded?.state.status) return nothing;
    const { board, status, subject, textSha256, motivation, cameBy, votedAt } = loaded.state;
    const spokenOn = votedAt === null ? null : this.context.dayOf(votedAt);
    const about = { decision, board, status, subject, textSha256, motivation, spokenOn };
    return { found: { ...about, call: callOf(cameBy) }, basis: [loaded.basis] };
  }
}

function callOf(cameBy: { route: string; stage: StageId; round: number } | null) {
  if (!cameBy) return null;
  const { route, stage, round } = cameBy;
  return { route, stage, round } as Heard['call'];
}

function isThere(today: string) {
  return ({ lastDay }: { lastDay: string | null }) => lastDay !== null && today <= lastDay;
}

/** A body may be asked in two stages; its stream is named once. */
function distinct(basis: readonly Basis[]): readonly Basis[] {
  return [...new Map(basis.map((one) => [one.stream, one])).values()];
}

const nothing = { found: null, basis: [] } as const;
