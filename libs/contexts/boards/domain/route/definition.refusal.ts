import { refuse } from '@tavolo/kernel';
import type { Decision } from '@tavolo/kernel';
import type { RouteRules, RouteStage } from '../../contract/index.js';
import { definitionRules } from './definition.rules.js';

type Kept = Decision<never> | null;

/** Rules under which a route could not run are none: the first stage that makes them so. */
export function routeRulesRefusal({ stages }: RouteRules): Kept {
  if (stages.length === 0) return refuse(definitionRules.NoStages);
  const names = stages.map(({ stage }) => stage);
  const twice = names.find((name, i) => name === 'origin' || names.indexOf(name) !== i);
  if (twice !== undefined) return refuse(definitionRules.StageTwice, { stage: twice });
  for (const [index, stage] of stages.entries()) {
    const kept = stageRefusal(stage) ?? backRefusal(stage, names.slice(0, index));
    if (kept) return kept;
  }
  return null;
}

function stageRefusal(stage: RouteStage): Kept {
  const { stage: name, kind, days, silence } = stage;
  if (days === null && silence !== 'none' && kind !== 'objection') {
    return refuse(definitionRules.SilenceWithoutTerm, { stage: name });
  }
  return (
    askedRefusal(stage) ??
    (kind === 'objection' ? objectionRefusal(stage) : null) ??
    escalationRefusal(stage)
  );
}

/** Of a level nobody knows how many bodies it will have: that is asked when a route starts. */
function askedRefusal({ stage, asked, needed }: RouteStage): Kept {
  const outOfReach = { stage, needed, asked: asked.kind === 'boards' ? asked.boards.length : 0 };
  if (needed !== null && needed < 1) return refuse(definitionRules.NumberOutOfReach, outOfReach);
  if (asked.kind === 'level') return null;
  const { boards } = asked;
  if (boards.length === 0 || new Set(boards).size !== boards.length) {
    return refuse(definitionRules.NobodyAsked, { stage });
  }
  if (needed === null || needed <= boards.length) return null;
  return refuse(definitionRules.NumberOutOfReach, outOfReach);
}

function objectionRefusal({ stage, needed, days, silence }: RouteStage): Kept {
  if (needed === null) return refuse(definitionRules.ObjectionWithoutNumber, { stage });
  if (days !== null && silence === 'assent') return null;
  return refuse(definitionRules.ObjectionWithoutTerm, { stage });
}

function escalationRefusal({ stage, asked, silence, unreachable, escalatesTo }: RouteStage): Kept {
  if (silence !== 'escalates' && unreachable !== 'escalates') return null;
  const isAsked = asked.kind === 'boards' && asked.boards.some((board) => board === escalatesTo);
  if (escalatesTo !== null && !isAsked) return null;
  return refuse(definitionRules.EscalationToNobody, { stage });
}

function backRefusal({ stage, sendBackTo }: RouteStage, earlier: readonly string[]): Kept {
  if (sendBackTo === null || sendBackTo === 'origin' || earlier.includes(sendBackTo)) return null;
  return refuse(definitionRules.SentBackNowhere, { stage, to: sendBackTo });
}
