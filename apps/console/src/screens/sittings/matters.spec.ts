import { describe, expect, it } from '@jest/globals';
import { agendaOf, waitingMatters } from './matters.ts';
import type { Matter } from './matters.ts';

const names = {
  ...{ motivation: 'Motivazione', plan: 'Piano' },
  ...{ TECHNICAL: 'Parere tecnico', ACCOUNTING: 'Parere contabile' },
};

function matter(id: string, of: Partial<Matter> = {}): Matter {
  return {
    ...{ id, status: 'READY_FOR_AGENDA', textSha256: `text-${id}`, motivation: `why-${id}` },
    ...{ planSha256: null, opinions: [], ...of },
  };
}

describe('an agenda', () => {
  it('takes what is ready and what was put off, and nothing that is decided or on another', () => {
    const all = ['READY_FOR_AGENDA', 'DEFERRED', 'ON_AGENDA', 'ADOPTED', 'PROPOSED'];
    const waiting = waitingMatters(all.map((status) => matter(status, { status })));
    expect(waiting.map(({ id }) => id)).toStrictEqual(['READY_FOR_AGENDA', 'DEFERRED']);
  });

  it('GB-1: carries of each ticked matter its text and all its papers, each once', () => {
    const opinions = [
      { kind: 'TECHNICAL', document: 'opinion-a' },
      { kind: 'ACCOUNTING', document: 'plan-a' },
    ] as const;
    const both = [matter('a', { planSha256: 'plan-a', opinions }), matter('b')];
    expect(agendaOf(both, ['a'], names)).toStrictEqual([
      {
        ...{ decision: 'a', textSha256: 'text-a' },
        papers: [
          { sha256: 'why-a', title: 'Motivazione' },
          { sha256: 'plan-a', title: 'Parere contabile' },
          { sha256: 'opinion-a', title: 'Parere tecnico' },
        ],
      },
    ]);
  });
});
