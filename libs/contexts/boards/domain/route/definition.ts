import { accept, refuse } from '@tavolo/kernel';
import type { Command, Decider, Decision, LocalDate } from '@tavolo/kernel';
import { boardLevels } from '../../contract/index.js';
import type {
  BoardId,
  BoardLevel,
  DecisionId,
  DecisionStatus,
  DecisionSubject,
  RouteDefinitionId,
  RouteRules,
  RouteVersion,
} from '../../contract/index.js';
import type { RouteDefinitionEvent } from './definition.events.js';
import { routeRulesRefusal } from './definition.refusal.js';
import { definitionRules } from './definition.rules.js';

/** The decision that adopts a version, read from its own stream. */
export type AdoptingDecision = Readonly<{
  board: BoardId;
  status: DecisionStatus;
  subject: DecisionSubject;
  effectiveOn: LocalDate | null;
}>;

/** What can be asked of a definition of routes; the adoption is what a process says. */
export type RouteDefinitionCommand =
  | Command<
      'DefineRoute',
      { board: BoardId; name: string; nameEn?: string; grounds: { boardKnown: boolean } }
    >
  | Command<
      'AdoptRouteVersion',
      {
        decision: DecisionId;
        grounds: { definition: RouteDefinitionId; adopting: AdoptingDecision | null };
      }
    >;

/** A definition of routes: whose it is, and its versions, the newest last. */
export type RouteDefinitionState = Readonly<{
  board: BoardId | null; // Null until defined.
  name: string;
  versions: readonly (RouteVersion & Readonly<{ decision: DecisionId }>)[];
}>;

/** Before it is defined. */
export const noDefinition: RouteDefinitionState = { board: null, name: '', versions: [] };

/** The definition of routes: data that a body adopts, version after version. */
export const routeDefinition = {
  initial: noDefinition,
  decide,
  evolve,
} satisfies Decider<RouteDefinitionState, RouteDefinitionCommand, RouteDefinitionEvent>;

function decide(
  command: RouteDefinitionCommand,
  state: RouteDefinitionState,
): Decision<RouteDefinitionEvent> {
  if (command.type === 'AdoptRouteVersion') return adopt(command.data, state);
  const { board, name, nameEn, grounds } = command.data;
  if (state.board !== null) return refuse(definitionRules.AlreadyDefined);
  if (!grounds.boardKnown) return refuse(definitionRules.BoardUnknown, { id: board });
  return accept({ type: 'RouteDefined', data: { board, name, nameEn: nameEn ?? null } });
}

type Adoption = Extract<RouteDefinitionCommand, { type: 'AdoptRouteVersion' }>['data'];

/** D-9: by a decision of the body that owns it, once that has effect; once for each decision. */
function adopt(
  { decision, grounds: { definition, adopting } }: Adoption,
  { board, versions }: RouteDefinitionState,
): Decision<RouteDefinitionEvent> {
  if (!adopting) return refuse(definitionRules.DecisionUnknown, { id: decision });
  const { subject, status, effectiveOn: from } = adopting;
  if (subject.kind !== 'adoptRoute' || subject.definition !== definition) {
    return refuse(definitionRules.NotItsAdoption, { decision });
  }
  if (adopting.board !== board) return refuse(definitionRules.OtherBody);
  if (status !== 'Effective' || from === null) {
    return refuse(definitionRules.AdoptionNotEffective, { status });
  }
  if (versions.some((one) => one.decision === decision)) return accept();
  const version = versions.length + 1;
  const data = { decision, version, rules: subject.rules, from };
  return accept({ type: 'RouteVersionAdopted', data });
}

function evolve(
  state: RouteDefinitionState,
  { type, data }: RouteDefinitionEvent,
): RouteDefinitionState {
  if (type === 'RouteDefined') return { ...state, board: data.board, name: data.name };
  return { ...state, versions: [...state.versions, data] };
}

/** The version in force on a day: of those that have begun, the one adopted last. */
export function versionOn(
  { versions }: Pick<RouteDefinitionState, 'versions'>,
  day: LocalDate,
): RouteVersion | null {
  return versions.findLast(({ from }) => from <= day) ?? null;
}

/** What a proposal to adopt a version needs to know of the definition and of the body. */
export type AdoptedOnTable = Readonly<{ board: BoardId; level: BoardLevel }>;

/** Asked before the body votes on it: what could refuse the adoption, and rules that are none. */
export function adoptionRefusal(
  { definition, rules, board }: AdoptionAsked,
  found: AdoptedOnTable | null,
): Decision<never> | null {
  if (!found) return refuse(definitionRules.DefinitionUnknown, { id: definition });
  if (found.board !== board) return refuse(definitionRules.OtherBody);
  const { openTo } = rules;
  if (openTo !== null && boardLevels.indexOf(openTo) < boardLevels.indexOf(found.level)) {
    return refuse(definitionRules.LowerBody);
  }
  return routeRulesRefusal(rules);
}

type AdoptionAsked = Readonly<{
  definition: RouteDefinitionId;
  rules: RouteRules;
  board: BoardId;
}>;
