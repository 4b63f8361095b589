import { describe, expect, it } from '@jest/globals';
import type { LocalDate, PersonRef } from '@tavolo/kernel';
import { specificationFor } from '@tavolo/testing/specification';
import * as p from './procedure.examples.js';
import type { ProcedureEvent } from './procedure.events.js';
import { procedure } from './procedure.js';
import { evolve, noProcedure } from './procedure.state.js';
import * as t from './tie.examples.js';
import type { TieBreak } from './tie.events.js';

const given = specificationFor(procedure);
const { grounds } = p;
const record = p.document;
const drawnBy = p.personOf('s2');
const draw = (more: object = {}, person = 's9') =>
  ({
    type: 'RecordProcedureDraw',
    data: { textSha256: p.text, side: 'for', record, drawnBy, grounds, ...more },
    ...t.afterDeadline,
    ...t.by(person),
  }) as const;
const again = (more: object = {}, person = 's1') =>
  ({
    type: 'CastProcedureSecondVote',
    data: { textSha256: p.text, side: 'against', grounds, ...more },
    ...t.afterDeadline,
    ...t.by(person),
  }) as const;
const postpone = {
  type: 'PostponeProcedureTie',
  data: { grounds },
  ...t.afterDeadline,
  ...t.by('s1'),
} as const;
const drawn: TieBreak = { kind: 'lot', side: 'for', record, drawnBy };
const votedAgain: TieBreak = {
  ...{ kind: 'secondVote', side: 'against', seat: 's1', person: p.personOf('s1') },
};
const put: TieBreak = { kind: 'postponement', postponedBy: p.personOf('s1') };
const lot = t.tiedInWriting('lot');
const second = t.tiedInWriting('chairSecond');
const over = '2033-01-01' as LocalDate;
const close = { type: 'CloseProcedure', data: { grounds }, ...t.afterDeadline } as const;

describe('a written procedure that closes on equal answers', () => {
  it('D-2, GB-6, X-11: is tied, names how that is to be broken and until when, and is no longer open', () => {
    const { termUntil } = p.roll;
    expect(lot.at(-1)).toMatchObject({
      data: { outcome: 'tied', tie: { rule: 'lot' }, termUntil, tally: { for: 2, against: 2 } },
    });
    expect(second.at(-1)).toMatchObject({ data: { tie: { rule: 'chairSecond', seat: 's1' } } });
    expect(lot.reduce(evolve, noProcedure)).toMatchObject({ status: 'Tied' });
    given(...lot)
      .when(close)
      .then();
    const { type, data, ...when } = { ...again(), type: 'CallForSitting' as const };
    given(...lot)
      .when({ type, data: { seat: 's1', grounds: data.grounds }, ...when })
      .thenRefused('WrongState');
  });
  it('GB-6: names no term where it came to an outcome', () => {
    const inFavour = [p.reply('s1', 'for'), p.reply('s2', 'for'), p.reply('s3', 'for')];
    const facts = t.withClosingInWriting([p.opened('written'), ...inFavour]);
    expect(facts.at(-1)?.data).toMatchObject({ outcome: 'approved' });
    expect(facts.at(-1)?.data).not.toHaveProperty('termUntil');
    expect(facts.at(-1)?.data).not.toHaveProperty('tie');
    expect(facts.reduce(evolve, noProcedure)).toMatchObject({ status: 'Closed', tied: null });
  });
  it('D-2, X-11: is broken once', () => {
    const broken = [...lot, t.brokenInWriting(lot, drawn)];
    given(...lot)
      .when(draw())
      .then(t.brokenInWriting(lot, drawn));
    expect(broken.at(-1)).toMatchObject({ data: { outcome: 'approved' } });
    expect(broken.reduce(evolve, noProcedure)).toMatchObject({ status: 'Closed', tied: null });
    given(...broken)
      .when(draw())
      .thenRefused('NoTie');
  });
  it('X-11: is what a draw, a second vote or a postponement is about', () => {
    for (const command of [draw(), again(), postpone]) {
      given(p.opened()).when(command).thenRefused('NoTie');
    }
  });
  it('GB-6, X-11: is broken until the last day of the term, and not after it', () => {
    given(...lot)
      .when({ ...draw(), today: over })
      .thenRefused('TermOver');
    given(...lot)
      .when({ ...draw(), today: p.roll.termUntil })
      .then(t.brokenInWriting(lot, drawn));
  });
  it('X-12: is of a body that there is', () =>
    given(...lot)
      .when(draw({ grounds: { roll: null, plan: null } }))
      .thenRefused('BoardUnknown'));
  it('X-8: is not broken on a text that is superseded, and is stopped with it', () => {
    const subject = { kind: 'adoptPlan', plan: 'plan-1', version: 1, sha256: p.text } as const;
    const onPlan = lot.map((one) =>
      one.type === 'ProcedureOpened' ? { ...one, data: { ...one.data, subject } } : one,
    ) as ProcedureEvent[];
    given(...onPlan)
      .when(draw())
      .thenRefused('TextSuperseded');
    const voiding = {
      type: 'VoidProcedure',
      data: { cause: 'textSuperseded', grounds: { roll: p.roll } },
      ...t.afterDeadline,
      ...t.by('s9'),
    } as const;
    const stopped = p.stopped('textSuperseded', p.personOf('s9'), p.deadline);
    given(...lot)
      .when(voiding)
      .then(stopped);
    expect([...lot, stopped].reduce(evolve, noProcedure)).toMatchObject({
      ...{ status: 'Stopped', tied: null },
    });
    given(...lot, t.brokenInWriting(lot, drawn))
      .when(voiding)
      .then();
  });
  it('GB-6, X-12: is stopped after the term, not in one that was made longer meanwhile', () => {
    const voiding = (roll: typeof p.roll | null) =>
      ({
        type: 'VoidProcedure',
        data: { cause: 'termOver', grounds: { roll } },
        at: p.deadline,
        ...t.by('s9'),
      }) as const;
    given(...lot)
      .when({ ...voiding(p.roll), today: over })
      .then(p.stopped('termOver', p.personOf('s9'), p.deadline));
    given(...lot)
      .when({ ...voiding(p.roll), today: p.roll.termUntil })
      .thenRefused('TermNotOver');
    given(...lot)
      .when({ ...voiding(null), today: over })
      .thenRefused('BoardUnknown');
    // An open one was asked to close before, and was refused for its term.
    given(p.opened())
      .when({ ...voiding(null), today: over })
      .then(p.stopped('termOver', p.personOf('s9'), p.deadline));
  });
});

describe('a tie in writing that the lot decides', () => {
  it('D-2, X-11: is drawn by who is in office in the body, or by its secretary', () => {
    given(...lot)
      .when(draw({ drawnBy: 'person-77' as PersonRef }))
      .thenRefused('DrawerNotOfBody');
    const secretary = p.personOf('s9');
    given(...lot)
      .when(draw({ drawnBy: secretary }, 's1'))
      .then(t.brokenInWriting(lot, { ...drawn, drawnBy: secretary }));
  });
  it('X-5: is recorded by another than who drew', () =>
    given(...lot)
      .when(draw({}, 's2'))
      .thenRefused('DrawerRecords'));
  it('GB-3, X-11: is not drawn by who is out by a conflict', () => {
    const out = [p.declared('s2'), p.upheld('s2')];
    const events = [...lot.slice(0, -1), ...out, ...lot.slice(-1)];
    given(...events)
      .when(draw())
      .thenRefused('DrawerRecused');
    given(...events)
      .when(draw({ drawnBy: p.personOf('s3') }))
      .then(t.brokenInWriting(lot, { ...drawn, drawnBy: p.personOf('s3') }));
  });
  it('X-8: is drawn on the text that was voted on', () =>
    given(...lot)
      .when(draw({ textSha256: p.otherText }))
      .thenRefused('OtherText'));
  it('D-2, X-11: takes no second vote, and may be postponed by who presides', () => {
    given(...lot)
      .when(again())
      .thenRefused('NotBySecondVote');
    given(...lot)
      .when(postpone)
      .then(t.brokenInWriting(lot, put));
  });
});

describe('a tie in writing that a second vote decides', () => {
  it('D-1, D-2, X-11: of the seat that presided, by its holder, and by nobody for them', () => {
    given(...second)
      .when(again())
      .then(t.brokenInWriting(second, votedAgain));
    given(...second)
      .when(again({}, 's9'))
      .thenRefused('NotPresidingSeat');
    given(...second)
      .when(again({}, 's2'))
      .thenRefused('NotTheReplier');
  });
  it('D-1: by who held it at the opening and still does', () => {
    const members = p.roll.members.map((one) =>
      one.seat === 's1' ? { ...one, person: 'person-78' as PersonRef } : one,
    );
    given(...second)
      .when(again({ grounds: { roll: { ...p.roll, members }, plan: null } }))
      .thenRefused('SeatChangedHands');
  });
  it('X-8: on the text that was voted on', () =>
    given(...second)
      .when(again({ textSha256: p.otherText }))
      .thenRefused('OtherText'));
  it('D-2: not by lot', () =>
    given(...second)
      .when(draw())
      .thenRefused('NotByLot'));
});
