import type { RouteRules, RouteStage as StageRules } from '../../../contract/index.js';
import type { FrozenStage } from '../../../domain/route/route.events.js';
import type { RouteDefinitionRow } from '../../../read-model/route/definition.projection.js';
import type { RouteRow } from '../../../read-model/route/route.rows.js';
import type { RouteStage, RouteVersion } from './definition.types.js';
import type { RouteRulesInput, RouteStageInput } from './route.inputs.js';
import type { RouteEntry, RouteRun } from './route.types.js';

/** A stage as the schema shows it; a frozen one knows its bodies although it asked a level. */
export function stageShape(rules: StageRules | FrozenStage): RouteStage {
  const { asked } = rules;
  const named = asked.kind === 'boards' ? asked.boards : [];
  return {
    ...rules,
    boards: 'boards' in rules ? rules.boards : named,
    level: asked.kind === 'level' ? asked.level : null,
    network: asked.kind === 'level' ? asked.network : null,
  };
}

export function versionsOf({ versions }: RouteDefinitionRow): readonly RouteVersion[] {
  return versions.map(({ rules: { openTo, binding, stages }, ...version }) => {
    return { ...version, openTo, binding, stages: stages.map(stageShape) };
  });
}

/** Stages of all rounds; the newest of each stage counts, on the text as it stands. */
export function runsOf({ runs, textSha256 }: RouteRow): readonly RouteRun[] {
  const newest = new Map(runs.map((run) => [run.stage, run]));
  return runs.map((run) => {
    return { ...run, counts: newest.get(run.stage) === run && run.textSha256 === textSha256 };
  });
}

export function timelineOf({ timeline, textSha256 }: RouteRow): readonly RouteEntry[] {
  return timeline.map((entry) => {
    return { ...entry, onPresentText: entry.textSha256 === textSha256 };
  });
}

/** The rules that an input gives; what it leaves out is the careful choice. */
export function rulesFrom({ openTo, binding, stages }: RouteRulesInput): RouteRules {
  const rules = { openTo: openTo ?? null, binding: binding ?? true, stages: stages.map(stageFrom) };
  return rules as unknown as RouteRules;
}

function stageFrom({ boards, level, network, ...input }: RouteStageInput) {
  const given = Object.entries(input).filter(([, value]) => value != null);
  const asked =
    level == null
      ? { kind: 'boards', boards: boards ?? [] }
      : { kind: 'level', level, network: network ?? null };
  return { ...careful, ...Object.fromEntries(given), asked };
}

const careful = {
  ...{ titleEn: null, needed: null, binding: true, veto: false, days: null, silence: 'none' },
  ...{ escalatesTo: null, unreachable: 'fails', sendBackTo: null, restart: 'first' },
};
