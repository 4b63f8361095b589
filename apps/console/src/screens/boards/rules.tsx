import type { ReactNode } from 'react';
import { useText } from '../../app/text.ts';
import type { Say } from '../../app/text.ts';
import { Facts } from '../../parts/facts.tsx';
import { ballotForm } from '../../words/boards.ts';
import { boardMessages } from './board.messages.ts';
import type { Board } from './shape.ts';

type Rulebook = Board['rulebook'];
type Words = Say<keyof typeof boardMessages.it>;
type Rule = readonly [name: string, value: ReactNode];

/** The rulebook in words: what it asks for, and what it does not speak of is left out. */
export function Rules({ board: { rulebook, rulebookVersion } }: Readonly<{ board: Board }>) {
  const say = useText(boardMessages);
  const form = useText(ballotForm);
  const { ballots, recusedLeaveBase, tie, noticeDays } = rulebook;
  return (
    <section aria-labelledby="rules">
      <h2 id="rules">{say('rules')}</h2>
      <p>{say('rulesLead', { version: rulebookVersion })}</p>
      <Facts
        of={[
          [say('quorum'), quorumIn(rulebook.quorum, say)],
          [say('secondCall'), rulebook.secondCall && quorumIn(rulebook.secondCall, say)],
          [say('majority'), majorityIn(rulebook.majority, say)],
          ...weightsIn(rulebook, say),
          [say('tie'), say(tie)],
          [say('recusals'), say(recusedLeaveBase ? 'recusalsLeave' : 'recusalsStay')],
          [say('ballots'), (ballots ?? ['NAMED']).map((one) => form(one)).join(', ')],
          [say('notice'), say('days', { days: noticeDays })],
          ...othersIn(rulebook, say),
        ]}
      />
    </section>
  );
}

const yes = (holds: boolean | null) => (holds === true ? 'yes' : 'no');

function quorumIn(rule: Rulebook['quorum'], say: Words): string {
  const { kind, n, num, den, strict, of, counted, categories } = rule;
  const share = { strict: yes(strict), num: num ?? 1, den: den ?? 1, of: of ?? 'SEATS' };
  const asked = kind === 'COUNT' ? say('quorumCount', { n: n ?? 1 }) : say('quorumShare', share);
  const whole = counted === 'VOTED' ? say('quorumVoted', { rule: asked }) : asked;
  const each = (categories ?? []).map((one) => say('categoryMin', one));
  return each.length === 0
    ? whole
    : say('quorumCategories', { rule: whole, categories: each.join(', ') });
}

function majorityIn(majority: Rulebook['majority'], say: Words): string {
  const { base, num, den, strict, atLeast, unanimity } = majority;
  if (unanimity !== null) return say(unanimity);
  const rule = say('majorityShare', { base, num, den, strict: yes(strict) });
  return atLeast === null ? rule : say('atLeast', { rule, n: atLeast });
}

function weightsIn({ weightedMajority, weights }: Rulebook, say: Words): readonly Rule[] {
  return [
    [
      say('weighted'),
      weightedMajority &&
        say('share', { ...weightedMajority, strict: yes(weightedMajority.strict) }),
    ],
    [say('weights'), weights?.map((one) => say('weightOf', one)).join('; ')],
  ];
}

function othersIn(rulebook: Rulebook, say: Words): readonly Rule[] {
  const { delegation, written, silence, urgency, video } = rulebook;
  return [
    [
      say('delegation'),
      delegation && say('delegationMax', { max: delegation.max, days: delegation.noticeDays }),
    ],
    [say('written'), written && say('writtenDays', { days: written.minDays })],
    [
      say('silence'),
      silence && say('silenceDays', { days: silence.minDays, n: silence.objections }),
    ],
    [say('urgency'), urgency && urgencyIn(urgency.ratifyWithinDays, say)],
    [say('video'), video === true && say('videoYes')],
  ].map(([name, value]): Rule => [String(name), value === false ? null : value]);
}

function urgencyIn(days: number | null, say: Words): string {
  return days === null ? say('urgencyNext') : say('urgencyDays', { days });
}
