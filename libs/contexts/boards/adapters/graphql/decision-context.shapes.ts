import { personOf } from '@tavolo/graphql';
import type { At } from '@tavolo/graphql';
import type { DecisionRow } from '../../read-model/decision.projection.js';
import type { ProcedureRow } from '../../read-model/procedure.rows.js';
import type { ItemRow, SittingRow } from '../../read-model/sitting.rows.js';
import type { DecisionContext } from './decision-context.types.js';
import type { ProcedureContext } from './procedure-context.types.js';
import { progressOf } from './procedure.shapes.js';
import { electorateOf, itemOf } from './sitting.shapes.js';

/** What a decision without a sitting is taken on. */
export function procedureContextOf(
  decision: At<DecisionRow>,
  procedure: At<ProcedureRow>,
): ProcedureContext {
  const { papers, notified, deadline, rulebook, rulebookVersion, board } = procedure;
  const { answered, recused } = progressOf(procedure);
  const electorate = electorateOf(procedure.electorate, board);
  const sent = { papers, notified, deadline };
  const rules = { electorate, rulebook, rulebookVersion };
  return { decision, procedure, ...sent, ...rules, answered, tookPart: answered, recused };
}

/** What a decision on an agenda is taken on. */
export function contextOf(
  decision: At<DecisionRow>,
  sitting: At<SittingRow>,
  item: ItemRow,
): DecisionContext {
  const { convenedAt, startsOn, notified, attendance, board, moment } = sitting;
  const frozen = frozenOf(item, board);
  return {
    decision,
    sitting,
    item: itemOf(item, board, moment),
    notice: { convenedAt, startsOn, notified, noticeDays: frozen.rulebook?.noticeDays ?? null },
    ...frozen,
    ...{ papers: item.papers, notified, tookPart: frozen.present },
    attendance: attendance.map((one) => ({ ...one, person: personOf(one.person) })),
    recused: item.conflicts.filter(({ status }) => status === 'Recused').map(({ seat }) => seat),
  };
}

/** What the opening of the vote froze, and who was there at its closing. */
function frozenOf({ vote, quorum }: ItemRow, board: string) {
  const verified = quorum?.present ?? [];
  if (!vote) return { electorate: null, rulebook: null, rulebookVersion: null, present: verified };
  const { electorate, rulebook, rulebookVersion, result } = vote;
  return {
    electorate: electorateOf(electorate, board),
    rulebook,
    rulebookVersion,
    present: result?.present ?? verified,
  };
}
