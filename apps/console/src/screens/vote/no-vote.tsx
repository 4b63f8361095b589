import type { ReactNode } from 'react';
import { useText } from '../../app/text.ts';
import { useMay } from '../../data/explanation.ts';
import { ObjectLink } from '../../parts/object-link.tsx';
import type { Matter, Standing } from './ballot.ts';
import { voteScreenMessages } from './vote.messages.ts';

/** Why one does not vote here now, and where to go. */
export function NoVote({
  standing,
  matter,
}: Readonly<{ standing: Exclude<Standing, 'may'>; matter: Matter }>): ReactNode {
  const say = useText(voteScreenMessages);
  const { id, sitting } = matter;
  return (
    <section className="empty" aria-live="polite">
      <p>
        <strong>{say(standing)}</strong>
      </p>
      {standing === 'notEntitled' && <WhyNot matter={matter} />}
      {standing === 'closed' && <ObjectLink id={id}>{say('result')}</ObjectLink>}
      {standing !== 'closed' && sitting && (
        <ObjectLink id={sitting.id}>{say('toSitting')}</ObjectLink>
      )}
    </section>
  );
}

/** As the policies say it: who may, and what is missing to who is signed in. */
function WhyNot({ matter: { sitting, procedure } }: Readonly<{ matter: Matter }>): ReactNode {
  const say = useText(voteScreenMessages);
  const [act, object] = sitting ? ['castVote', sitting.id] : ['castReply', procedure?.id ?? null];
  const { permitting, refusals } = useMay(act, object);
  const [refusal] = refusals;
  return (
    <>
      {permitting.map((who) => (
        <p key={who}>{say('whoMay', { who })}</p>
      ))}
      {refusal && <p>{say('why', { why: refusal.message, rule: refusal.rule })}</p>}
    </>
  );
}
