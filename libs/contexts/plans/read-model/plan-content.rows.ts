import type { PlanContentEvent, Titled } from '../domain/plan.events.js';
import { changed } from './changed.js';
import type { Changes } from './changed.js';
import type { ActionRow, PartnerShareRow, SectionRow } from './plan.rows.js';

/** What edits of the content change in the row of a plan. */
export const contentChanges: Changes<PlanContentEvent> = {
  SectionRevised: ({ sections }, { section: id, text, textEn, ...about }) => ({
    sections: placed(sections, {
      ...titled(about),
      id,
      text,
      textEn: textEn ?? null,
    }),
  }),
  ActionAdded: ({ actions }, { action: id, code, objective, objectiveEn, ...about }) => ({
    actions: [
      ...actions,
      {
        ...{
          ...titled(about),
          id,
          code: code ?? null,
          objective: objective ?? null,
        },
        ...{
          objectiveEn: objectiveEn ?? null,
          targetGroups: [],
          indicators: [],
        },
        ...{ interventions: [], budgetLines: [], strengths: [] },
      },
    ],
  }),
  TargetGroupLinked: ({ actions }, { action, code: id, ...about }) => ({
    actions: changed(actions, action, ({ targetGroups }) => ({
      targetGroups: [...targetGroups, { ...titled(about), id }],
    })),
  }),
  IndicatorDefined: ({ actions }, { action, indicator: id, unit, target, ...about }) => ({
    actions: changed(actions, action, ({ indicators }) => ({
      indicators: [...indicators, { ...titled(about), id, unit, target, values: [] }],
    })),
  }),
  IndicatorTargetSet: ({ actions }, { indicator, target }) => ({
    actions: actions.map((action) => ({
      ...action,
      indicators: changed(action.indicators, indicator, () => ({ target })),
    })),
  }),
  InterventionAdded: ({ actions }, { action, intervention: id, start, end, ...about }) => ({
    actions: changed(actions, action, ({ interventions }) => ({
      interventions: [
        ...interventions,
        {
          ...{ ...titled(about), id, start: start ?? null, end: end ?? null },
          ...{ owner: null, network: null, endedOn: null, cancelledOn: null },
        },
      ],
    })),
  }),
  InterventionOwnerAssigned: ({ actions }, { intervention, partner: owner, network }) => ({
    actions: actions.map((action) => ({
      ...action,
      interventions: changed(action.interventions, intervention, () => ({
        owner,
        network,
      })),
    })),
  }),
  BudgetLineAdded: (row, { action, line: id, category, cents, source }) => ({
    totalCents: row.totalCents + cents,
    actions: changed(row.actions, action, ({ budgetLines }) => ({
      budgetLines: [...budgetLines, { id, category, cents, source: source ?? null, shares: [] }],
    })),
  }),
  PartnerShareAllocated: ({ actions }, { line, partner: id, cents }) => ({
    actions: actions.map((action) => shared(action, line, { id, cents })),
  }),
  MilestoneScheduled: ({ milestones }, { milestone: id, action, due, ...about }) => ({
    milestones: [...milestones, { ...titled(about), id, action: action ?? null, due }],
  }),
};

function titled({ title, titleEn, source }: Titled & { readonly source?: string }) {
  return { title, titleEn: titleEn ?? null, source: source ?? null };
}

/** Sections lie in the order of their keys, as they do in the text. */
function placed(sections: readonly SectionRow[], section: SectionRow): readonly SectionRow[] {
  const others = sections.filter(({ id }) => id !== section.id);
  return [...others, section].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** A share of nothing is no share. */
function shared(action: ActionRow, line: string, share: PartnerShareRow): ActionRow {
  const budgetLines = changed(action.budgetLines, line, ({ shares }) => {
    const others = shares.filter(({ id }) => id !== share.id);
    return { shares: share.cents === 0 ? others : [...others, share] };
  });
  return { ...action, budgetLines };
}
