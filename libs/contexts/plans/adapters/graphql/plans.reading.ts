import { levelScope } from '@tavolo/access';
import type { ReadingOf } from '@tavolo/reading';
import { planTable } from '../../read-model/plan.rows.js';

/**
 * Who may read what of a plan. That there is one, of whom and where it stands is known to whoever
 * signed in; what is being written belongs to those who have a part in it.
 */
export const plansReading: ReadingOf = {
  rows: [{ table: planTable, category: 'plan', action: 'readRegister', at: ['id'] }],
  places: [
    {
      ...{ category: 'plan', table: planTable },
      below: { call: 'call', level: { all: levelScope('region') } },
    },
  ],
  parts: [{ role: 'lead', table: planTable, column: 'lead', scope: 'id' }],
  types: {
    Plan: {
      read: [
        ...['actions', 'adoption', 'approval', 'budget', 'changes', 'coProgramming'],
        ...['endorsements', 'finalReport', 'findings', 'heldBy', 'integrations', 'milestones'],
        ...['needs', 'progress', 'reservePlace', 'sections', 'submittedBy', 'tables', 'versions'],
      ],
    },
  },
  values: [
    ...['BudgetLine', 'CoDesignSession', 'CoDesignTable', 'Contribution', 'EvaluationFinding'],
    ...['Indicator', 'IndicatorValue', 'Milestone', 'MissingItem', 'PartnerShare', 'PlanAction'],
    ...['PlanAdoption', 'PlanApproval', 'PlanChange', 'PlanEndorsement', 'PlanIntegration'],
    ...['PlanIntervention', 'PlanLineChange', 'PlanNeed', 'PlanProgress', 'PlanReadiness'],
    ...['PlanSection', 'PlanShareChange', 'PlanStrength', 'PlanVersion', 'TargetGroup'],
  ],
  queries: { plan: 'rows', plans: 'rows', readiness: { object: 'plan' } },
};
