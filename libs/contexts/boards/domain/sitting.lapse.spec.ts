import { describe, it } from '@jest/globals';
import type { LocalDate } from '@tavolo/kernel';
import { someone, specificationFor } from '@tavolo/testing/specification';
import type { DecisionSubject } from '../contract/index.js';
import type { PlanOnTable } from './sitting.commands.js';
import * as a from './sitting.examples.js';
import type { VoteOpened, VoteVoided } from './sitting.events.js';
import { sitting } from './sitting.js';

const given = specificationFor(sitting);
const at = a.start;
const frozenAs = (version: number, sha256 = a.text): PlanOnTable => {
  return { frozen: { version, sha256 }, missing: [] };
};
const subject: DecisionSubject = { kind: 'adoptPlan', plan: a.plan, version: 2, sha256: a.text };
const opened = a.voteOpened();
const onPlan: VoteOpened = { ...opened, data: { ...opened.data, subject } };
const adopting = [...a.inSession(), onPlan];

type Grounds = Readonly<{ roll: typeof a.roll | null; plan: PlanOnTable | null }>;
const cast = (grounds: Grounds) =>
  ({
    type: 'CastVote',
    data: { item: a.item, seat: 's2', choice: 'for', textSha256: a.text, grounds },
    by: { ...someone.by, person: a.personOf('s2') },
    at,
  }) as const;
const close = (grounds: Grounds) =>
  ({ type: 'CloseVote', data: { item: a.item, grounds }, at }) as const;
const result = a.closedWith({ present: ['s1', 's2', 's3', 's4'] });

describe('sitting, a vote while it is open', () => {
  it('GB-6, D-1: is cast and closed on the last day of the body, not after it', () => {
    const ending = (termUntil: string) => {
      return { roll: { ...a.roll, termUntil: termUntil as LocalDate }, plan: null };
    };
    const [last, over] = [ending(someone.today), ending('2029-12-31')];
    given(...a.voting())
      .when(cast(over))
      .thenRefused('TermOver');
    given(...a.voting())
      .when(cast(last))
      .then(a.voteCast('s2', 'for'));
    given(...a.voting())
      .when(close(over))
      .thenRefused('TermOver');
    given(...a.voting())
      .when(close(last))
      .then(result);
  });
  it('X-12: is of a board that there is', () => {
    const grounds = { roll: null, plan: null };
    given(...a.voting())
      .when(cast(grounds))
      .thenRefused('BoardUnknown');
    given(...a.voting())
      .when(close(grounds))
      .thenRefused('BoardUnknown');
  });
  it('X-8, D-1: goes on while the plan stands frozen as it was when the vote opened', () => {
    const { roll } = a;
    const moved = [null, { frozen: null, missing: [] }, frozenAs(3), frozenAs(2, a.otherText)];
    for (const plan of moved) {
      given(...adopting)
        .when(cast({ roll, plan }))
        .thenRefused('TextSuperseded');
      given(...adopting)
        .when(close({ roll, plan }))
        .thenRefused('TextSuperseded');
    }
    given(...adopting)
      .when(cast({ roll, plan: frozenAs(2) }))
      .then(a.voteCast('s2', 'for'));
    given(...adopting)
      .when(close({ roll, plan: frozenAs(2) }))
      .then(result);
  });
});

describe('sitting, voiding a vote', () => {
  const voiding = (item = a.item) =>
    ({
      type: 'VoidVote',
      data: { item, cause: 'textSuperseded', grounds: { roll: a.roll } },
      at,
    }) as const;
  const { item, decision, text: textSha256 } = a;
  const voided: VoteVoided = {
    type: 'VoteVoided',
    data: { item, decision, textSha256, cause: 'textSuperseded', voidedAt: at },
  };

  it('X-8, D-1, X-11: ends it without an outcome, and the item with it', () => {
    const grounds = { roll: a.roll, plan: frozenAs(2) };
    given(...adopting, a.voteCast('s1', 'for'))
      .when(voiding())
      .then(voided);
    given(...adopting, voided)
      .when(cast(grounds))
      .thenRefused('VoteNotOpen');
    given(...adopting, voided)
      .when(close(grounds))
      .thenRefused('VoteNotOpen');
    const { roll } = a;
    given(...adopting, voided)
      .when({ type: 'VerifyQuorum', data: { item, grounds: { roll } } })
      .thenRefused('ItemDone');
  });
  it('X-11: adds nothing where the vote has ended, even with the sitting', () => {
    given(...adopting, result)
      .when(voiding())
      .then();
    given(...adopting, result, a.closed, a.drafted)
      .when(voiding())
      .then();
  });
  it('X-11: lets the sitting end, the item deferred once', () => {
    const data = { board: a.board, closedAt: at, deferred: [] };
    given(...adopting)
      .when({ type: 'CloseMeeting', data: { grounds: { roll: a.roll } }, at })
      .thenRefused('AnotherVoteOpen');
    given(...adopting, voided)
      .when({ type: 'CloseMeeting', data: { grounds: { roll: a.roll } }, at })
      .then({ type: 'MeetingClosed', data });
  });
  it('X-12: on an item that there is', () =>
    given(...adopting)
      .when(voiding('i9'))
      .thenRefused('ItemUnknown'));
});

describe('sitting, when the term of its body ends', () => {
  const { item, decision, text: textSha256 } = a;
  const ending = (termUntil: string) => {
    return { roll: { ...a.roll, termUntil: termUntil as LocalDate } };
  };
  const [last, over] = [ending(someone.today), ending('2029-12-31')];
  const voiding = (grounds: typeof last) =>
    ({ type: 'VoidVote', data: { item, cause: 'termOver', grounds }, at }) as const;
  const ends = (grounds: typeof last) => ({ type: 'CloseMeeting', data: { grounds }, at }) as const;
  const voided: VoteVoided = {
    type: 'VoteVoided',
    data: { item, decision, textSha256, cause: 'termOver', voidedAt: at },
  };
  const closed = {
    type: 'MeetingClosed',
    data: { board: a.board, closedAt: at, deferred: [] },
  } as const;

  it('GB-6: an open vote is voided once the term is over, not on its last day', () => {
    given(...a.voting())
      .when(voiding(last))
      .thenRefused('TermNotOver');
    given(...a.voting())
      .when(voiding(over))
      .then(voided);
    given(...a.voting(), result)
      .when(voiding(last))
      .then();
  });
  it('GB-6, X-11: the sitting closes with the vote that nobody can close any more', () => {
    given(...a.voting())
      .when(ends(last))
      .thenRefused('AnotherVoteOpen');
    given(...a.voting())
      .when(ends(over))
      .then(voided, closed);
    given(...a.voting(), voided)
      .when(ends(over))
      .then(closed);
  });
  it('X-12: a board that there is not ends no vote', () =>
    given(...a.voting())
      .when({ type: 'VoidVote', data: { item, cause: 'termOver', grounds: { roll: null } }, at })
      .thenRefused('BoardUnknown'));
});
