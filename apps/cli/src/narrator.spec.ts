import { describe, expect, it } from '@jest/globals';
import { say } from '@tavolo/demo';
import type { Step } from '@tavolo/demo';
import { narrator } from './narrator.js';

const who = {
  name: 'Aurora Esempio',
  role: say('presidente', 'chair'),
  person: 'person-1',
  mandate: 'board-1#chair-1',
};
const refused: Step = {
  ...{ kind: 'refused', who, what: say('vota due volte', 'votes twice'), mutation: 'castVote' },
  ...{ rule: 'D-1', code: 'VotedAlready', message: 'Il seggio ha già votato.' },
};
const accepted: Step = {
  ...{ kind: 'accepted', who, what: say('vota', 'votes'), mutation: 'castVote' },
  receipt: {
    ...{ commandId: 'c', stream: 'sitting-1', revision: 7, position: '00000000000000000120' },
    ...{ eventId: 'e', repeated: false, createdId: null },
  },
};

function told(step: Step, how: Partial<Parameters<typeof narrator>[0]> = {}): string {
  const lines: string[] = [];
  const write = (line: string) => lines.push(line);
  narrator({ tongue: 'it', colour: false, json: false, write, ...how })(step);
  return lines.join('\n');
}

describe('a step is told', () => {
  it('by who did it, in which role, and what the server answered', () => {
    expect(told(accepted)).toBe(
      '  Aurora Esempio (presidente) vota\n      castVote → accettato posizione 120, sitting-1@7',
    );
    expect(told(refused)).toBe(
      '  Aurora Esempio (presidente) vota due volte\n      castVote → rifiutato, regola D-1 Il seggio ha già votato.',
    );
  });

  it('in the other language', () => {
    expect(told(refused, { tongue: 'en' })).toContain('(chair) votes twice');
    expect(told(refused, { tongue: 'en' })).toContain('refused by rule D-1');
  });

  it('with colours only where they are asked for', () => {
    const escape = String.fromCodePoint(27);
    expect(told(refused)).not.toContain(escape);
    expect(told(refused, { colour: true })).toContain(escape);
  });

  it('as one JSON object, for programs', () => {
    const line = told(refused, { json: true });
    expect(line).not.toContain('\n');
    expect(JSON.parse(line)).toEqual({
      ...{ kind: 'refused', mutation: 'castVote', rule: 'D-1', code: 'VotedAlready' },
      ...{ message: 'Il seggio ha già votato.', what: 'vota due volte' },
      who: { ...who, role: 'presidente' },
    });
  });
});
