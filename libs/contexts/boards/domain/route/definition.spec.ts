import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '@tavolo/kernel';
import { specificationFor } from '@tavolo/testing/specification';
import type { BoardId, DecisionId, RouteRules } from '../../contract/index.js';
import type { RouteDefinitionEvent } from './definition.events.js';
import { routeRulesRefusal } from './definition.refusal.js';
import { adoptionRefusal, routeDefinition, versionOn } from './definition.js';
import type { AdoptingDecision } from './definition.js';
import { routeDryRunOf } from './definition.warnings.js';
import * as e from './route.examples.js';
import type { FrozenStage } from './route.events.js';

const given = specificationFor(routeDefinition);
const defined: RouteDefinitionEvent = {
  type: 'RouteDefined',
  data: { board: e.origin, name: 'Iter', nameEn: null },
};
const rules = e.rulesOf(e.stage());
const decision = 'decision-2' as DecisionId;
const adopting: AdoptingDecision = {
  ...{ board: e.origin, status: 'Effective', effectiveOn: e.today },
  subject: { kind: 'adoptRoute', definition: e.definition, rules },
};
const adopt = (more: Partial<AdoptingDecision> = {}) =>
  ({
    type: 'AdoptRouteVersion',
    data: { decision, grounds: { definition: e.definition, adopting: { ...adopting, ...more } } },
  }) as const;
const adopted = (version = 1, from = e.today): RouteDefinitionEvent => ({
  type: 'RouteVersionAdopted',
  data: { decision, version, rules, from },
});
const codeOf = (more: Partial<FrozenStage>, ...before: readonly FrozenStage[]) => {
  const kept = routeRulesRefusal(e.rulesOf(...before, e.stage('s9', more)));
  return kept?.outcome === 'refused' ? kept.refusal.code : null;
};

describe('a definition of routes', () => {
  it('D-9: has the version that a decision of its body adopts, once that has effect', () => {
    given(defined)
      .when(adopt({ status: 'Published' }))
      .thenRefused('AdoptionNotEffective');
    given(defined)
      .when(adopt({ subject: { kind: 'other' } }))
      .thenRefused('NotItsAdoption');
    given(defined).when(adopt()).then(adopted());
  });
  it('D-8: is adopted by the body that owns it, for its own level or a lower one', () => {
    given(defined)
      .when(adopt({ board: e.a }))
      .thenRefused('OtherBody');
    const asked = (openTo: RouteRules['openTo'], board = e.origin) =>
      adoptionRefusal(
        { definition: e.definition, rules: { ...rules, openTo }, board },
        { board: e.origin, level: 'region' },
      );
    expect(asked('national')).toMatchObject({ refusal: { rule: 'D-8', code: 'LowerBody' } });
    expect(asked('territory')).toBeNull();
    expect(asked(null, e.a)).toMatchObject({ refusal: { code: 'OtherBody' } });
  });
  it('X-12: is adopted by a decision that there is, which names a definition that there is', () => {
    const { data } = adopt();
    given(defined)
      .when({ ...adopt(), data: { ...data, grounds: { ...data.grounds, adopting: null } } })
      .thenRefused('DecisionUnknown');
    given(defined).when(adopt()).then(adopted());
    const asked = { definition: e.definition, rules, board: e.origin };
    const unknown = { refusal: { rule: 'X-12', code: 'DefinitionUnknown' } };
    expect(adoptionRefusal(asked, null)).toMatchObject(unknown);
    expect(adoptionRefusal(asked, { board: e.origin, level: 'region' })).toBeNull();
  });
  it('X-11: is in force from the day of its adoption, the one adopted last', () => {
    const [first, second] = ['2030-01-05', '2030-01-09'] as LocalDate[];
    const state = [defined, adopted(1, first), adopted(2, second)].reduce(
      routeDefinition.evolve,
      routeDefinition.initial,
    );
    const on = (day: string) => versionOn(state, day as LocalDate)?.version ?? null;
    expect([on('2030-01-04'), on('2030-01-05'), on('2030-01-09')]).toEqual([null, 1, 2]);
  });
  it('X-12, X-11: is given to a body that exists', () => {
    const define = (boardKnown: boolean) =>
      ({
        type: 'DefineRoute',
        data: { board: e.origin, name: 'Iter', grounds: { boardKnown } },
      }) as const;
    given().when(define(false)).thenRefused('BoardUnknown');
    given().when(define(true)).then(defined);
  });
});

describe('rules of a route that could not run', () => {
  it.each<[string, Partial<FrozenStage>]>([
    ['NumberOutOfReach', { needed: 4 }],
    ['NobodyAsked', { asked: { kind: 'boards', boards: [e.a, e.a] } }],
    ['NobodyAsked', { asked: { kind: 'boards', boards: [] } }],
    ['ObjectionWithoutNumber', { kind: 'objection', silence: 'assent' }],
    ['ObjectionWithoutTerm', { kind: 'objection', needed: 1 }],
    ['ObjectionWithoutTerm', { kind: 'objection', needed: 1, silence: 'assent', days: null }],
    ['SilenceWithoutTerm', { days: null }],
    ['EscalationToNobody', { silence: 'escalates' }],
    ['EscalationToNobody', { unreachable: 'escalates', escalatesTo: e.a }],
    ['SentBackNowhere', { sendBackTo: 's9' }],
    ['StageTwice', { stage: 'origin' }],
  ])('D-2: are none: %s', (code, more) => {
    expect(codeOf(more)).toBe(code);
    expect(codeOf({})).toBeNull();
  });
  it('D-2: may send back to an earlier stage, not to a later one', () => {
    expect(codeOf({ sendBackTo: 's1' }, e.stage('s1'))).toBeNull();
    expect(codeOf({ sendBackTo: 's2' }, e.stage('s1'))).toBe('SentBackNowhere');
  });
});

describe('the dry run of a definition', () => {
  const warned = (...stages: readonly FrozenStage[]) =>
    routeDryRunOf(e.rulesOf(...stages)).warnings.map(({ code }) => code);
  const careful: Partial<FrozenStage> = { needed: 2 };
  const one = [e.a] as readonly BoardId[];

  it.each<[string, Partial<FrozenStage>]>([
    ['TermWithoutMeaning', { silence: 'none' }],
    ['NoTerm', { silence: 'none', days: null }],
    ['SilencePasses', { silence: 'assent' }],
    ['OneBlocks', { veto: true }],
    ['OneBlocks', { needed: null }],
    ['LapseFails', { needed: 3 }],
    ['NoWayBack', { sendBackTo: null }],
    ['NobodyDecides', { kind: 'opinion', binding: false }],
  ])('D-2: warns: %s', (code, more) => {
    expect(warned(e.stage('s1', { ...careful, ...more }))).toContain(code);
    expect(warned(e.stage('s1', careful))).toEqual([]);
  });
  it('X-8: warns of stages that a new text would not come back to', () => {
    const here = { ...careful, restart: 'here' } as const;
    expect(warned(e.stage('s1', here), e.stage('s2', here))).toEqual(['SkipsEarlier']);
    expect(warned(e.stage('s1', { needed: null, boards: one }))).not.toContain('OneBlocks');
  });
  it('D-9: warns where the result must be waited for and need not be followed', () => {
    const loose = { ...e.rulesOf(e.stage('s1', careful)), binding: false };
    expect(routeDryRunOf(loose).warnings.map(({ code }) => code)).toEqual(['NotBinding']);
    expect(warned(e.stage('s1', careful))).toEqual([]);
  });
  it('D-2: says why rules are none', () => {
    expect(routeDryRunOf(e.rulesOf())).toMatchObject({ refusal: { code: 'NoStages' } });
  });
});
