import { describe, expect, it } from '@jest/globals';
import type { ActionId, BudgetLineId, IndicatorId, InterventionId } from '../contract/index.js';
import { action, added, begun, budgeted, callId, cents, composed, date } from '../test/examples.js';
import { defined, line, linked, network, planned, region, section } from '../test/examples.js';
import { shareOf, town, uuid } from '../test/examples.js';
import { contentOf } from './plan.content.js';
import type { PlanEvent } from './plan.events.js';
import { plan } from './plan.js';

const stateAfter = (...events: readonly PlanEvent[]) =>
  events.reduce((state, event) => plan.evolve(state, event), plan.initial);
const contentAfter = (...events: readonly PlanEvent[]) => contentOf(stateAfter(...events));

const later = uuid(90) as ActionId;
const actionOf = (id: ActionId, title: string, code?: string): PlanEvent => ({
  type: 'ActionAdded',
  data: { action: id, title, ...(code !== undefined && { code }) },
});
const milestone = (n: number, title: string): PlanEvent => ({
  type: 'MilestoneScheduled',
  data: { milestone: uuid(n), title, due: date('2019-06') },
});

type Parts = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
const parts = (...events: readonly PlanEvent[]) => contentAfter(...events) as unknown as Parts;
/** What one field of a list says, in its order. */
const fields = (list: Parts[string] | undefined, name: string) => list?.map((each) => each[name]);

describe('the content of a plan as a document', () => {
  it('is all that was composed, each part below its action, and says how it is to be read', () => {
    expect(contentAfter(...composed)).toEqual({
      format: 'tavolo/plan/1',
      call: callId,
      ...{ regionCode: 'ITC4', title: "Lab'Impact", lead: region, source: 'programme' },
      ...{ executionStart: '2018-09', executionEnd: '2023-06-30' },
      sections: [{ section: '01-finalita', title: 'Finalità', text: 'Consolidare la rete.' }],
      actions: [
        {
          ...{ action, code: 'LAB-01', title: 'Qualificazione del sistema scolastico' },
          targetGroups: [{ code: 'TG1', title: 'Alunni con cittadinanza di paesi terzi' }],
          indicators: [
            { indicator: uuid(11), title: 'Scuole coinvolte', unit: 'scuole', target: 60 },
          ],
          interventions: [
            {
              ...{ intervention: uuid(12), title: 'Peer education', start: '2018-10' },
              owner: { partner: town, network: network.id },
            },
          ],
          budgetLines: [
            {
              ...{ line, category: 'personale', cents: 100_00 },
              shares: [
                { partner: region, cents: 40_00 },
                { partner: town, cents: 60_00 },
              ],
            },
          ],
        },
      ],
      milestones: [],
    });
  });

  it('has sections by their keys and target groups by their codes', () => {
    const other = { ...section.data, section: '00-premessa' };
    const content = parts(
      ...[...begun, section, { type: 'SectionRevised', data: other } as const, added, linked],
      { type: 'TargetGroupLinked', data: { action, code: 'TG0', title: 'Famiglie' } },
    );
    expect(fields(content.sections, 'section')).toEqual(['00-premessa', '01-finalita']);
    const groups = content.actions?.[0]?.targetGroups as Parts[string];
    expect(fields(groups, 'code')).toEqual(['TG0', 'TG1']);
  });

  it('has actions by code, then title, then id; those without a code first', () => {
    const [first, second, third, fourth] = [later, uuid(91), uuid(92), uuid(89)] as ActionId[];
    const content = parts(
      ...begun,
      actionOf(first ?? later, 'Zona', 'LAB-02'),
      actionOf(second ?? later, 'Ambito', 'LAB-02'),
      actionOf(third ?? later, 'Zona', 'LAB-01'),
      actionOf(fourth ?? later, 'Zona', 'LAB-02'),
      actionOf(action, 'Zona'),
    );
    expect(fields(content.actions, 'action')).toEqual([action, third, second, fourth, first]);
  });

  it('has indicators, interventions and milestones by title, then id', () => {
    const indicator = (n: number, title: string): PlanEvent => ({
      type: 'IndicatorDefined',
      data: { indicator: uuid(n) as IndicatorId, action, title, unit: 'classi', target: 4 },
    });
    const intervention = (n: number, title: string): PlanEvent => ({
      type: 'InterventionAdded',
      data: { intervention: uuid(n) as InterventionId, action, title },
    });
    const content = parts(
      ...[...begun, added, indicator(23, 'B'), indicator(22, 'B'), indicator(24, 'A')],
      ...[intervention(33, 'B'), intervention(32, 'B'), intervention(34, 'A')],
      ...[milestone(43, 'B'), milestone(42, 'B'), milestone(44, 'A')],
    );
    const [only] = content.actions ?? [];
    const ids = (...numbers: readonly number[]) => numbers.map(uuid);
    expect(fields(only?.indicators as Parts[string], 'indicator')).toEqual(ids(24, 22, 23));
    expect(fields(only?.interventions as Parts[string], 'intervention')).toEqual(ids(34, 32, 33));
    expect(fields(content.milestones, 'milestone')).toEqual(ids(44, 42, 43));
  });

  it('has the lines of each action by category, then id, with shares by partner', () => {
    const budgetLine = (n: number, of: ActionId, category: string): PlanEvent => ({
      type: 'BudgetLineAdded',
      data: { line: uuid(n) as BudgetLineId, action: of, category, cents: cents(5_00) },
    });
    const content = parts(
      ...[...begun, added, actionOf(later, 'Altra', 'LAB-02'), budgetLine(53, action, 'viaggi')],
      ...[budgetLine(52, action, 'viaggi'), budgeted, budgetLine(54, later, 'beni')],
      ...[shareOf(town, 60_00), shareOf(region, 40_00)],
    );
    const [own, other] = (content.actions ?? []).map(({ budgetLines }) => budgetLines);
    expect(fields(own as Parts[string], 'line')).toEqual([line, uuid(52), uuid(53)]);
    expect(fields(other as Parts[string], 'line')).toEqual([uuid(54)]);
    const [withShares] = own as Parts[string];
    expect(fields(withShares?.shares as Parts[string], 'partner')).toEqual([region, town]);
    expect(withShares).not.toHaveProperty('action');
  });

  it('leaves each part to its own action, and says there only what is its own', () => {
    const content = parts(...begun, added, actionOf(later, 'Altra', 'LAB-02'), defined, planned);
    const [own, other] = content.actions ?? [];
    expect(own?.indicators).toHaveLength(1);
    expect(other).toMatchObject({ indicators: [], interventions: [], budgetLines: [] });
    expect((own?.interventions as Parts[string])[0]).not.toHaveProperty('action');
  });

  it('is the same whatever the order of editing, and another once anything is edited', () => {
    const [revised, ...rest] = [section, added, milestone(41, 'A')] as const;
    const before = JSON.stringify(contentAfter(...begun, revised, ...rest));
    expect(JSON.stringify(contentAfter(...begun, ...rest, revised))).toBe(before);
    const edited = { ...section, data: { ...section.data, text: 'Altro.' } };
    expect(JSON.stringify(contentAfter(...begun, edited, ...rest))).not.toBe(before);
  });
});
