import { levelScope } from '@tavolo/access';
import type { ReadingOf } from '@tavolo/reading';
import { boardTable } from '../../read-model/board.projection.js';
import { conditionTable } from '../../read-model/condition.projection.js';
import { decisionTable } from '../../read-model/decision.projection.js';
import { procedureTable } from '../../read-model/procedure.rows.js';
import { routeDefinitionTable } from '../../read-model/route/definition.projection.js';
import { routePlaceTable, routeTable } from '../../read-model/route/route.rows.js';
import { sittingTable } from '../../read-model/sitting.rows.js';

/**
 * Who may read what of a body. That it is there is known to everybody, for its published decisions
 * name it; who sits in it and by what rules, to whoever signed in; its work, to who has a part in
 * it; a decision that was published, in its published form, to everybody.
 */
export const boardsReading: ReadingOf = {
  rows: [
    { table: boardTable, category: 'board', action: 'readPublished', at: ['id'] },
    {
      ...{ table: sittingTable, category: 'sitting', action: 'read', at: ['board'] },
      parts: { field: 'items', key: 'item', matter: 'decision' },
    },
    {
      ...{ table: procedureTable, category: 'procedure', action: 'read', at: ['board'] },
      matters: ['id', 'decision'],
    },
    {
      ...{ table: decisionTable, category: 'decision', action: 'read', at: ['board'] },
      ...{ published: 'isPublished', matters: ['id'] },
    },
    { table: conditionTable, action: 'read', at: ['board'], matters: ['decision'] },
    { table: routeDefinitionTable, category: 'routedefinition', action: 'read', at: ['board'] },
    {
      ...{ table: routeTable, category: 'route', action: 'read', at: ['board'] },
      matters: ['id', 'decision'],
    },
    {
      ...{ table: routePlaceTable, action: 'read', at: ['board'] },
      matters: ['route', 'decision'],
    },
  ],
  places: [
    {
      ...{ category: 'board', table: boardTable },
      below: { level: 'level', network: 'network', plan: 'plan' },
    },
  ],
  concerns: [
    {
      ...{ category: 'board', table: boardTable },
      of: ({ network, plan, level }) => {
        if (typeof network === 'string') return [network];
        return [typeof plan === 'string' ? plan : levelScope(String(level))];
      },
    },
  ],
  matters: [
    {
      ...{ table: decisionTable, flag: 'confidential', at: ['board', 'proposer'] },
      along: [{ table: procedureTable, column: 'decision' }],
      heldIn: { table: sittingTable, field: 'sitting' },
    },
  ],
  types: {
    Board: {
      readRegister: [
        ...['alternates', 'chairs', 'decisions', 'network', 'plan', 'rulebooks', 'seats'],
        ...['secretaries', 'sittings', 'source', 'viceChairs'],
      ],
    },
    Decision: {
      ...{ every: 'read', at: ['board'] },
      withObject: [
        ...['board', 'effectiveOn', 'endedFrom', 'enforceableFrom', 'id', 'inEffect'],
        ...['legalBasis', 'number', 'publication', 'status', 'textSha256', 'title', 'titleEn'],
        // Never absent, and they say nothing of how it came about.
        ...[
          'confidential',
          'leftByRoute',
          'motivation',
          'overdue',
          'proposedAt',
          'proposer',
          'revision',
        ],
        'subjectKind',
      ],
    },
    Procedure: {},
    Route: {},
    RouteDefinition: {},
    Sitting: {},
  },
  values: [
    ...['AgendaItem', 'Attendance', 'AttendanceDelegation', 'Ballot', 'BoardOffice', 'BoardSeat'],
    ...['CallForSitting', 'CategoryRepresentation', 'CategoryWeight', 'ConditionSubmission'],
    ...['ConditionVerifierView', 'Conflict', 'DecisionCondition', 'DecisionContext'],
    ...['DecisionSignature', 'DecisionVote', 'Deferral', 'DelegationRule', 'DocumentRequest'],
    ...['EarlierMajority', 'Electorate', 'ElectorateDelegation', 'ElectorateMember', 'Erratum'],
    ...['FundedExtension', 'Implementation', 'LoginRule', 'MajorityRule', 'MinutesRectification'],
    ...['Notice', 'NoticeService', 'Objection', 'Opinion', 'Paper', 'PaperTally'],
    ...['ProcedureContext', 'ProcedureEnding', 'ProcedureObjection', 'ProcedureProgress'],
    ...['Publication', 'QuestionRecomputation', 'QuorumCheck', 'QuorumRule', 'Recomputation'],
    ...['Reply', 'RouteDryRun', 'RouteEntry', 'RoutePlace', 'RouteRun', 'RouteStage'],
    ...['RouteStageRecomputation', 'RouteTraceStep', 'RouteVersion', 'Rulebook', 'RulebookDryRun'],
    ...[
      'RulebookVersion',
      'RulebookWarning',
      'Share',
      'SightedDocument',
      'SilenceRule',
      'SittingRecord',
      'TraceNumber',
      'TraceStep',
    ],
    ...[
      'Tie',
      'TieBreak',
      'UrgencyRule',
      'UrgentAct',
      'Vote',
      'VoteEnding',
      'VoteQuestion',
      'VoteTally',
      'Voter',
      'VoterSight',
    ],
    ...['WrittenRule'],
  ],
  queries: {
    ...{ board: 'rows', boardInbox: 'rows', boards: 'rows', conditions: 'rows' },
    ...{ decision: 'rows', decisions: 'rows', publishedDecisions: 'rows', procedure: 'rows' },
    ...{ procedures: 'rows', route: 'rows', routeDefinition: 'rows', routeDefinitions: 'rows' },
    ...{ routePlaces: 'rows', routes: 'rows', sitting: 'rows', sittings: 'rows' },
    decisionContext: { object: 'id' },
    procedureContext: { object: 'id' },
    voteContext: { object: 'decision' },
    recompute: { object: 'decision' },
    recomputeQuestions: { object: 'decision' },
    recomputeRoute: { object: 'route' },
    ...{ routeDryRun: 'nothing', rulebookDryRun: 'nothing' },
  },
};
