import type {
  PlanContentEvent,
  PlanCourseEvent,
  PlanEvent,
  PlanTableEvent,
} from './plan.events.js';
import { changes } from './plan.change.fold.js';
import { steps } from './plan.step.fold.js';
import type { BudgetLine, Fold, PlanState } from './plan.state.js';

const content: Fold<PlanContentEvent> = {
  SectionRevised: ({ sections }, { section, ...text }) => ({
    sections: { ...sections, [section]: text },
  }),
  ActionAdded: ({ actions }, { action, ...about }) => ({
    actions: { ...actions, [action]: { ...about, targetGroups: {} } },
  }),
  TargetGroupLinked: ({ actions }, { action, code, ...about }) => ({
    actions: changed(actions, action, ({ targetGroups, ...rest }) => ({
      ...rest,
      targetGroups: { ...targetGroups, [code]: about },
    })),
  }),
  IndicatorDefined: ({ indicators }, { indicator, ...about }) => ({
    indicators: { ...indicators, [indicator]: about },
  }),
  IndicatorTargetSet: ({ indicators }, { indicator, target }) => ({
    indicators: changed(indicators, indicator, (about) => ({ ...about, target })),
  }),
  InterventionAdded: ({ interventions }, { intervention, ...about }) => ({
    interventions: { ...interventions, [intervention]: about },
  }),
  InterventionOwnerAssigned: ({ interventions }, { intervention, ...owner }) => ({
    interventions: changed(interventions, intervention, (about) => ({ ...about, owner })),
  }),
  BudgetLineAdded: ({ lines }, { line, ...about }) => ({
    lines: { ...lines, [line]: { ...about, shares: {} } },
  }),
  PartnerShareAllocated: ({ lines }, { line, partner, cents }) => ({
    lines: changed(lines, line, (about) => shared(about, { partner, cents })),
  }),
  MilestoneScheduled: ({ milestones }, { milestone, ...about }) => ({
    milestones: { ...milestones, [milestone]: about },
  }),
};

const table: Fold<PlanTableEvent> = {
  CoDesignTableOpened: ({ tables, status }, { table: id }) => ({
    tables: { ...tables, [id]: 'open' },
    status: status === 'CoProgramming' ? 'CoDesigning' : status,
  }),
  CoDesignSessionHeld: (state, { session, table: id, minutes, recordedBy, attendance }) => ({
    sessions: { ...state.sessions, [session]: { table: id, minutes, recordedBy, approved: false } },
    attended: [...new Set([...state.attended, ...attendance])],
  }),
  CoDesignMinutesApproved: ({ sessions }, { session }) => ({
    sessions: changed(sessions, session, (held) => ({ ...held, approved: true })),
  }),
  ContributionProposed: ({ contributions }, { contribution, table: id, proposedBy }) => ({
    contributions: { ...contributions, [contribution]: { table: id, proposedBy, decided: false } },
  }),
  ContributionAccepted: decided,
  ContributionRejected: decided,
  CoDesignTableClosed: ({ tables }, { table: id }) => ({ tables: { ...tables, [id]: 'closed' } }),
  CoDesignTableReopened: ({ tables }, { table: id }) => ({ tables: { ...tables, [id]: 'open' } }),
};

const course: Fold<PlanCourseEvent> = {
  PlanInitiated: (_, head) => ({ status: 'Initiated', head }),
  PlanInitiationConfirmed: () => ({ status: 'CoProgramming' }),
  PlanInitiationRefused: () => ({ status: 'InitiationRefused' }),
  ProcedureOfficerAppointed: (_, { officer }) => ({ officer }),
  PlanDraftConsolidated: (_, frozen) => ({
    status: 'DraftConsolidated',
    frozen,
    versions: frozen.version,
  }),
  PlanDraftSuperseded: () => ({ status: 'CoDesigning', frozen: null, endorsedBy: [] }),
  PlanValidated: () => ({ status: 'Validated' }),
  PlanAdopted: () => ({ status: 'Adopted' }),
  PlanSubmitted: (_, { submittedBy }) => ({ status: 'Submitted', submittedBy }),
  PlanApproved: (_, { cup }) => ({ status: 'Approved', cup }),
  PlanExecutionStarted: () => ({ status: 'InExecution' }),
  IndicatorValueRecorded: ({ values, series }, { indicator, ...value }) => ({
    values: { ...values, [indicator]: value },
    series: {
      ...series,
      [indicator]: [...(series[indicator] ?? []), { value: value.value, on: value.on }],
    },
  }),
  InterventionEnded: ({ ended }, { intervention, on }) => ({
    ended: { ...ended, [intervention]: on },
  }),
  EvaluationFindingRecorded: ({ findings, openFindings }, { finding, action, kind }) => ({
    findings: { ...findings, [finding]: action },
    openFindings: kind === 'strength' ? openFindings : { ...openFindings, [finding]: action },
  }),
  PlanCompleted: () => ({ status: 'Completed' }),
};

const folds: Fold<PlanEvent> = { ...content, ...table, ...course, ...steps, ...changes };

/** Every type of fact that the state is folded from. */
export const planEventTypes = Object.keys(folds) as readonly PlanEvent['type'][];

/** The state after a fact. */
export function evolve(state: PlanState, event: PlanEvent): PlanState {
  const fold = folds[event.type] as (state: PlanState, data: object) => Partial<PlanState>;
  return { ...state, ...fold(state, event.data) };
}

/** True for a fact that edits the content. */
export function isContent(event: PlanEvent): event is PlanContentEvent {
  return Object.hasOwn(content, event.type);
}

function decided(
  { contributions }: PlanState,
  { contribution }: { readonly contribution: string },
): Partial<PlanState> {
  return {
    contributions: changed(contributions, contribution, (about) => ({ ...about, decided: true })),
  };
}

/** A share of nothing is no share: so that equal contents are equal whatever came before. */
function shared(line: BudgetLine, share: { partner: string; cents: number }): BudgetLine {
  const { [share.partner]: _before, ...others } = line.shares;
  const cents = share.cents as BudgetLine['cents'];
  return { ...line, shares: share.cents === 0 ? others : { ...others, [share.partner]: cents } };
}

function changed<T>(
  kept: Readonly<Record<string, T>>,
  key: string,
  change: (entry: T) => T,
): Readonly<Record<string, T>> {
  const before = kept[key];
  return before === undefined ? kept : { ...kept, [key]: change(before) };
}
