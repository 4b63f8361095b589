import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '@tavolo/kernel';
import type { ProcessEvent, TimedInput } from '@tavolo/process';
import * as a from '../domain/sitting.examples.js';
import { voteTermProcess } from './vote-term.process.js';

const stream = 'sitting-1';
const fact = (type: string, data: object): TimedInput => {
  return { kind: 'event', event: { type, stream, data } as unknown as ProcessEvent };
};
const { data } = a.voteOpened();
const opened = fact('VoteOpened', data);
const due: TimedInput = { kind: 'timer', timer: { name: 'term', dueAt: a.start } };
const command = {
  ...{ name: 'VoidVote i1', aggregate: 'sitting', target: stream, type: 'VoidVote' },
  data: { item: 'i1', cause: 'termOver' },
};
const open = { sitting: stream, items: ['i1'] };

const refused = (code: string, termUntil: string): TimedInput => {
  const refusal = { rule: 'GB-6', code, it: '', en: '', details: { termUntil } } as const;
  return { kind: 'answer', command, outcome: 'refused', refusal };
};

describe('the end of the term under an open vote', () => {
  const { initial } = voteTermProcess;
  const react = (state: typeof initial, input: TimedInput) => voteTermProcess.react(state, input);
  it('GB-6: is waited for from the opening, and voids what was opened', () => {
    expect(react(initial, opened)).toEqual({
      state: open,
      timers: [{ schedule: 'term', after: data.termUntil }],
    });
    expect(react(open, due)).toEqual({ state: open, commands: [command] });
    expect(react(open, { kind: 'answer', command, outcome: 'accepted', result: {} })).toEqual({
      state: open,
    });
  });
  it('names each item once, also where a vote on it opened again', () => {
    const second = fact('VoteOpened', { ...data, item: 'i2' });
    const both = react(react(open, second).state, opened).state;
    expect(both.items).toEqual(['i2', 'i1']);
  });
  it('GB-6: of a body that was prorogued is its new end', () => {
    const termUntil = '2033-01-31' as LocalDate;
    expect(react(open, refused('TermNotOver', termUntil))).toMatchObject({
      timers: [{ schedule: 'term', after: termUntil }],
      waiting: { why: { en: expect.stringContaining(termUntil) } },
    });
    expect(react(open, refused('BoardUnknown', termUntil))).toEqual({ state: open });
  });
  it('is of no interest once the sitting has ended', () => {
    expect(react(open, fact('MeetingClosed', {}))).toEqual({ state: open, done: true });
    expect(voteTermProcess.keyOf({ type: 'VoteCast', stream } as ProcessEvent)).toBeNull();
    expect(voteTermProcess.keyOf({ type: 'VoteOpened', stream } as ProcessEvent)).toBe('1');
  });
  it('asks nothing of a vote opened before facts named the term', () => {
    const { termUntil: _termUntil, ...earlier } = data;
    expect(react(initial, fact('VoteOpened', earlier))).toEqual({ state: open });
  });
});
