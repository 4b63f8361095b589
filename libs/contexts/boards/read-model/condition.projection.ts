import type { RecordedEvent } from '@tavolo/event-store';
import { defineTable } from '@tavolo/projection';
import type { Projection, Writer } from '@tavolo/projection';
import type { DecisionEvent } from '../domain/decision.events.js';
import type { LaterEvent } from '../domain/decision.later.events.js';
import { conditionRowChangeOf, conditionRowsOf } from './decision.later.rows.js';
import type { DecisionConditionRow } from './decision.later.rows.js';

/** A condition that binds, in the list of what falls due. */
export type ConditionRow = Omit<DecisionConditionRow, 'id'> &
  Readonly<{
    /** `<decision>#<condition>`. */
    id: string;
    condition: string;
    decision: string;
    board: string;
    title: string;
  }>;

export const conditionTable = defineTable<ConditionRow>('decision_condition', {
  columns: ['board', 'decision', 'status'],
  order: 'dueOn',
});

/** What a list says of a condition beside the condition itself. */
type DecisionOfConditions = Readonly<{ id: string; board: string; title: string }>;

/** The decisions whose conditions are listed. */
export const conditionalTable = defineTable<DecisionOfConditions>('conditional_decision', {
  columns: ['board'],
  order: 'id',
});

/** Conditions that bind, by their due days. */
export const conditionProjection: Projection = {
  name: 'decisionCondition',
  version: 2,
  categories: ['decision'],
  tables: [conditionTable, conditionalTable],
  apply(recorded, write) {
    const event = recorded as unknown as DecisionEvent;
    const { stream: id } = recorded;
    if (event.type === 'DecisionProposed') {
      const { board, title } = event.data;
      write.put(conditionalTable, { id, board, title });
      return;
    }
    if (event.type === 'ProposalAmended') {
      const row = write.get(conditionalTable, id);
      if (row) write.put(conditionalTable, { ...row, title: event.data.title });
      return;
    }
    if (event.type === 'ConditionsImposed') imposed(recorded, write, event.data.conditions);
    else changed(recorded, write, event as LaterEvent);
  },
};

function imposed(
  { stream: decision }: RecordedEvent,
  write: Writer,
  conditions: Parameters<typeof conditionRowsOf>[0],
): void {
  const of = write.get(conditionalTable, decision);
  if (!of) return;
  const { board, title } = of;
  for (const { id: condition, ...row } of conditionRowsOf(conditions)) {
    const id = `${decision}#${condition}`;
    write.put(conditionTable, { ...row, id, condition, decision, board, title, status: 'Open' });
  }
}

function changed({ stream, meta }: RecordedEvent, write: Writer, event: LaterEvent): void {
  const { condition } = event.data as { condition?: string };
  if (condition === undefined) return;
  const row = write.get(conditionTable, `${stream}#${condition}`);
  if (!row) return;
  const conditions = [{ ...row, id: condition }];
  const next = conditionRowChangeOf({ conditions }, event, meta.recordedAt)?.conditions[0];
  if (next) write.put(conditionTable, { ...row, ...next, id: row.id });
}
