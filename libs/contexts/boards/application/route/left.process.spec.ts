import { describe, expect, it } from '@jest/globals';
import type { ProcessEvent, ProcessInput } from '@tavolo/process';
import * as p from '../../domain/procedure.examples.js';
import * as a from '../../domain/sitting.examples.js';
import { routeLeftProcess } from './left.process.js';

const within = { route: 'route-1', definition: 'routedefinition-1', version: 1, round: 1 };
const onRoute = ({ data }: { data: { route: object } }) => ({
  ...data,
  route: { ...data.route, within },
});
const event = (type: string, stream: string, data: object) =>
  ({ type, stream, data }) as unknown as ProcessEvent;
const inSitting = event('VoteOpened', 'sitting-1', onRoute(a.voteOpened()));
const inWriting = event('ProcedureOpened', 'procedure-1', onRoute(p.opened()));
const left = event('DecisionLeftByRoute', a.decision, { route: 'route-1' });
const { initial } = routeLeftProcess;
const told = (state: typeof initial, fact: ProcessEvent) => {
  const input: ProcessInput = { kind: 'event', event: fact };
  const { commands = [], state: after } = routeLeftProcess.react(state, input);
  return { state: after, commands: commands.map(({ type, target, data }) => [type, target, data]) };
};
const cause = 'leftByRoute';

describe('a route that goes on under an open vote', () => {
  it('X-8: voids the vote, in a sitting or in writing, and none that is not of a route', () => {
    const one = told(initial, inSitting);
    expect(one.commands).toEqual([]);
    const both = told(one.state, inWriting);
    expect(told(both.state, left).commands).toEqual([
      ['VoidVote', 'sitting-1', { item: a.item, cause }],
      ['VoidProcedure', 'procedure-1', { cause }],
    ]);
    const own = event('VoteOpened', 'sitting-1', a.voteOpened().data);
    expect([own, inSitting, left].map((one) => routeLeftProcess.keyOf(one))).toEqual([
      ...[null, a.decision.slice('decision-'.length), a.decision.slice('decision-'.length)],
    ]);
  });
  it('X-8: voids one that opened as the route went on, once', () => {
    const gone = told(initial, left);
    expect(gone.commands).toEqual([]);
    const late = told(gone.state, inWriting);
    expect(late.commands).toEqual([['VoidProcedure', 'procedure-1', { cause }]]);
    expect(told(late.state, left).commands).toEqual([]);
  });
});
