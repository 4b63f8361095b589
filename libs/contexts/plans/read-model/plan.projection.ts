import type { RecordedEvent } from '@tavolo/event-store';
import type { Projection, Writer } from '@tavolo/projection';
import type {
  PlanCourseEvent,
  PlanEvent,
  PlanInitiated,
  PlanTableEvent,
} from '../domain/plan.events.js';
import { contentChanges } from './plan-content.rows.js';
import { changed } from './changed.js';
import type { Changes } from './changed.js';
import { budgetChanges } from './plan-changes.rows.js';
import { stepChanges } from './plan-steps.changes.js';
import { noSteps } from './plan-steps.rows.js';
import { planTable } from './plan.rows.js';
import type { ActionRow, PlanRow, TableRow, VersionRow } from './plan.rows.js';

/** Plans as they are read, one row for each with all that belongs to it. */
export const planProjection: Projection = {
  name: 'plan',
  version: 3,
  categories: ['plan'],
  tables: [planTable],
  apply(recorded, write) {
    const row = next(recorded, write);
    if (row) write.put(planTable, { ...row, revision: recorded.revision });
  },
};

function next(recorded: RecordedEvent, write: Writer): PlanRow | null {
  const event = recorded as unknown as PlanEvent;
  if (event.type === 'PlanInitiated') return initiated(recorded.stream, event.data);
  const row = write.get(planTable, recorded.stream);
  // A type of a later version of the house is passed over.
  if (!row || !Object.hasOwn(changes, event.type)) return null;
  const change = changes[event.type] as (row: PlanRow, data: object) => Partial<PlanRow>;
  return { ...row, ...change(row, event.data) };
}

function initiated(id: string, data: PlanInitiated['data']): PlanRow {
  const { call, regionCode, title, titleEn, acronym, lead, executionStart, executionEnd } = data;
  return {
    ...{
      id,
      revision: 0,
      status: 'Initiated',
      call,
      regionCode,
      title,
      lead,
      heldBy: null,
    },
    ...{
      titleEn: titleEn ?? null,
      acronym: acronym ?? null,
      executionStart,
      executionEnd,
    },
    ...{
      source: data.source ?? null,
      officer: null,
      totalCents: 0,
      sections: [],
      actions: [],
    },
    ...{
      milestones: [],
      tables: [],
      versions: [],
      adoption: null,
      submittedBy: null,
    },
    ...{ approval: null, startedOn: null, completedOn: null, ...noSteps },
  };
}

const tableChanges: Changes<PlanTableEvent> = {
  CoDesignTableOpened: ({ tables, status }, { table: id, title, titleEn }) => ({
    status: status === 'CoProgramming' ? 'CoDesigning' : status,
    tables: [
      ...tables,
      {
        ...{ id, title, titleEn: titleEn ?? null, open: true },
        sessions: [],
        contributions: [],
      },
    ],
  }),
  CoDesignSessionHeld: ({ tables }, { session: id, table, ...held }) => ({
    tables: changed(tables, table, ({ sessions }) => ({
      sessions: [...sessions, { ...held, id, approvedBy: null }],
    })),
  }),
  CoDesignMinutesApproved: ({ tables }, { session, approvedBy }) => ({
    tables: tables.map((table) => ({
      ...table,
      sessions: changed(table.sessions, session, () => ({ approvedBy })),
    })),
  }),
  ContributionProposed: ({ tables }, { contribution: id, table, ...proposed }) => ({
    tables: changed(tables, table, ({ contributions }) => ({
      contributions: [
        ...contributions,
        {
          ...proposed,
          id,
          paragraph: proposed.paragraph ?? null,
          ...undecided,
        },
      ],
    })),
  }),
  ContributionAccepted: ({ tables }, data) => ({
    tables: decided(tables, data, 'accepted'),
  }),
  ContributionRejected: ({ tables }, data) => ({
    tables: decided(tables, data, 'rejected'),
  }),
  CoDesignTableClosed: ({ tables }, { table }) => ({
    tables: changed(tables, table, () => ({ open: false })),
  }),
  CoDesignTableReopened: ({ tables }, { table }) => ({
    tables: changed(tables, table, () => ({ open: true })),
  }),
};

const undecided = { status: 'proposed', reason: null } as const;

const courseChanges: Changes<Exclude<PlanCourseEvent, PlanInitiated>> = {
  PlanInitiationConfirmed: () => ({ status: 'CoProgramming' }),
  PlanInitiationRefused: (_, { heldBy }) => ({
    status: 'InitiationRefused',
    heldBy,
  }),
  ProcedureOfficerAppointed: (_, { officer }) => ({ officer }),
  PlanDraftConsolidated: ({ versions }, { version, sha256, consolidatedBy }) => ({
    status: 'DraftConsolidated',
    versions: [
      ...versions,
      {
        ...{ id: String(version), version, sha256, consolidatedBy },
        ...{ validated: false, superseded: false },
      },
    ],
  }),
  PlanDraftSuperseded: ({ versions }, { version }) => ({
    status: 'CoDesigning',
    versions: ofVersion(versions, version, { superseded: true }),
  }),
  PlanValidated: ({ versions }, { version }) => ({
    status: 'Validated',
    versions: ofVersion(versions, version, { validated: true }),
  }),
  PlanAdopted: (_, adoption) => ({ status: 'Adopted', adoption }),
  PlanSubmitted: (_, { submittedBy }) => ({ status: 'Submitted', submittedBy }),
  PlanApproved: (_, { cents, cup, document, baseline: { version } }) => ({
    status: 'Approved',
    approval: { cents, cup, document, version },
  }),
  PlanExecutionStarted: (_, { on }) => ({
    status: 'InExecution',
    startedOn: on,
  }),
  IndicatorValueRecorded: ({ actions }, { indicator, ...value }) => ({
    actions: eachAction(actions, ({ indicators }) => ({
      indicators: changed(indicators, indicator, ({ values }) => ({
        values: [...values, { ...value, correctedFrom: null }],
      })),
    })),
  }),
  InterventionEnded: ({ actions }, { intervention, on }) => ({
    actions: eachAction(actions, ({ interventions }) => ({
      interventions: changed(interventions, intervention, () => ({
        endedOn: on,
      })),
    })),
  }),
  EvaluationFindingRecorded: ({ actions, findings }, { finding: id, kind, action, ...about }) => {
    const told = { id, title: about.title, titleEn: about.titleEn ?? null };
    const found = { ...told, source: about.source ?? null };
    if (kind !== 'strength') {
      return {
        findings: [...findings, { ...found, kind, action, followUp: null }],
      };
    }
    return {
      actions: changed(actions, action, ({ strengths }) => ({
        strengths: [...strengths, found],
      })),
    };
  },
  PlanCompleted: (_, { on }) => ({ status: 'Completed', completedOn: on }),
};

const changes: Changes<Exclude<PlanEvent, PlanInitiated>> = {
  ...contentChanges,
  ...tableChanges,
  ...courseChanges,
  ...stepChanges,
  ...budgetChanges,
};

function decided(
  tables: readonly TableRow[],
  { contribution, reason }: { readonly contribution: string; readonly reason: string },
  status: 'accepted' | 'rejected',
): readonly TableRow[] {
  return tables.map((table) => ({
    ...table,
    contributions: changed(table.contributions, contribution, () => ({
      status,
      reason,
    })),
  }));
}

function ofVersion(
  versions: readonly VersionRow[],
  version: number,
  change: Partial<VersionRow>,
): readonly VersionRow[] {
  return changed(versions, String(version), () => change);
}

function eachAction(
  actions: readonly ActionRow[],
  change: (action: ActionRow) => Partial<ActionRow>,
): readonly ActionRow[] {
  return actions.map((action) => ({ ...action, ...change(action) }));
}
