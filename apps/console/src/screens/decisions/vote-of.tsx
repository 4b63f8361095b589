import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormats } from '../../app/formats.ts';
import { keepMoment, useMoment } from '../../app/moment.ts';
import { useText } from '../../app/text.ts';
import { Chip } from '../../parts/chip.tsx';
import { ObjectLink } from '../../parts/object-link.tsx';
import { Steps } from '../../parts/vote/steps.tsx';
import { VoteBar } from '../../parts/vote/vote-bar.tsx';
import { ballotForm, voteOutcome } from '../../words/boards.ts';
import { decisionMessages } from './decision.messages.ts';
import { Names } from './names.tsx';
import { Recomputed } from './recomputed.tsx';
import { decidedSpread, votingOf } from './shape.ts';
import type { Decision, Voting } from './shape.ts';

/** How it is or was voted: the bar, the rule in words, who voted how. */
export function VoteOf({ decision }: Readonly<{ decision: Decision }>): ReactNode {
  const say = useText(decisionMessages);
  const voting = votingOf(decision);
  return (
    <section aria-labelledby="vote">
      <h2 id="vote">{say('vote')}</h2>
      {decision.vote ? (
        <Result decision={decision} voting={voting} />
      ) : (
        <Pending decision={decision} voting={voting} />
      )}
    </section>
  );
}

type Props = Readonly<{ decision: Decision; voting: Voting | null }>;

function Result({ decision, voting }: Props): ReactNode {
  const say = useText(decisionMessages);
  const outcomeWord = useText(voteOutcome);
  const form = useText(ballotForm);
  const { instant } = useFormats();
  const { vote } = decision;
  const spread = decidedSpread(decision, voting);
  if (!vote || !spread) return null;
  const isAdopted = vote.outcome === 'APPROVED';
  return (
    <>
      <p>
        <Chip tone={isAdopted ? 'ok' : 'late'}>{outcomeWord(vote.outcome)}</Chip>{' '}
        {say('closedAt', { when: instant(vote.closedAt) })}{' '}
        {voting && say('formIs', { form: form(voting.form) })}
      </p>
      <p className="outcome-statement">
        <strong>
          {say('outcomeIs', {
            ...{ outcome: outcomeWord(vote.outcome), inFavour: vote.tally.for },
            ...{ against: vote.tally.against, abstain: vote.tally.abstain },
            needed: spread.needed ?? 0,
          })}
        </strong>
      </p>
      <VoteBar spread={spread} />
      <h3>{say('rule')}</h3>
      <Steps trace={vote.trace} />
      {voting && <p>{say('rulebookVersion', { version: voting.rulebookVersion })}</p>}
      {voting && <Names voting={voting} />}
      <Recomputed decision={decision.id} />
    </>
  );
}

/** Not counted yet: how far it has come, and the way to where one votes. */
function Pending({ decision, voting }: Props): ReactNode {
  const say = useText(decisionMessages);
  const isPast = useMoment() !== null;
  const { id, sitting, publication } = decision;
  if (voting?.isCounting === true) return <p role="status">{say('countingNow')}</p>;
  // Of a published decision who is not concerned sees the published form alone.
  if (!voting?.isOpen) return <p>{say(publication ? 'notHere' : 'notVoted')}</p>;
  const { form, voted, electorate } = voting;
  const isSecret = form === 'SECRET' || form === 'SECRET_ON_PAPER';
  const entitled = electorate.members.length - electorate.recused.length;
  return (
    <>
      <p role="status">{isSecret ? say('countingSecret') : say('counting', { voted, entitled })}</p>
      <p className="form-buttons">
        {!isPast && (
          <Link to="/voto/$id" params={{ id }} search={keepMoment} className="btn btn-primary">
            {say('toVote')}
          </Link>
        )}
        {sitting && <ObjectLink id={sitting.id}>{say('toSitting')}</ObjectLink>}
      </p>
    </>
  );
}
