import type { ReactNode } from 'react';
import { useText } from '../../app/text.ts';
import { Facts } from '../../parts/facts.tsx';
import { ballotForm } from '../../words/boards.ts';
import { boardMessages } from './board.messages.ts';
import { quorumIn, yes } from './quorum-words.ts';
import type { Words } from './quorum-words.ts';
import type { Board } from './shape.ts';

type Rulebook = Board['rulebook'];
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
