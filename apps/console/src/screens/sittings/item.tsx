import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { keepMoment, useMoment } from '../../app/moment.ts';
import { useText } from '../../app/text.ts';
import { useTitle } from '../../app/titles.ts';
import { Chip } from '../../parts/chip.tsx';
import { DocumentLink } from '../../parts/document.tsx';
import { ObjectLink } from '../../parts/object-link.tsx';
import { spreadOf } from '../../parts/vote/count.ts';
import { Steps } from '../../parts/vote/steps.tsx';
import { VoteBar } from '../../parts/vote/vote-bar.tsx';
import { ballotForm, itemStatus, voteOutcome } from '../../words/boards.ts';
import { Conflicts } from './conflicts.tsx';
import { ItemActs } from './item-acts.tsx';
import type { Item, Sitting } from './shape.ts';
import { sittingMessages } from './sitting.messages.ts';

type Props = Readonly<{ sitting: Sitting; item: Item }>;

/** The item in hand: its text, how its vote stands, what to do next. */
export function ItemInHand({ sitting, item }: Props): ReactNode {
  const say = useText(sittingMessages);
  const status = useText(itemStatus);
  const titleOf = useTitle();
  const { decision, title, textSha256, papers } = item;
  return (
    <section className="sitting-item" aria-labelledby="item">
      <h2 id="item">{decision ? titleOf(decision) : title}</h2>
      <p>
        <Chip>{status(item.status)}</Chip>{' '}
        <DocumentLink sha256={textSha256}>{say('text')}</DocumentLink>
        {decision && ' · '}
        {decision && <ObjectLink id={decision.id}>{say('toDecision')}</ObjectLink>}
      </p>
      {papers.length > 0 && (
        <details>
          <summary>{say('papers')}</summary>
          <ul>
            {papers.map((paper) => (
              <li key={paper.sha256}>
                <DocumentLink sha256={paper.sha256}>{paper.title}</DocumentLink>
              </li>
            ))}
          </ul>
        </details>
      )}
      <VoteState item={item} />
      <Conflicts sitting={sitting} item={item} />
      <ItemActs sitting={sitting} item={item} />
    </section>
  );
}

/** Where the vote on an item is, in words; once it is counted, as a bar. */
export function VoteState({ item }: Readonly<{ item: Item }>): ReactNode {
  const say = useText(sittingMessages);
  const { status, vote, quorum } = item;
  if (vote?.ending) return <Counted vote={vote} ending={vote.ending} />;
  if (status === 'VOTE_OPEN' && vote) return <Running item={item} vote={vote} />;
  if (status === 'VOTE_TIED') return <p>{say('tied')}</p>;
  if (status !== 'QUORUM_VERIFIED' || !quorum) return null;
  return <p>{say('verified', { counted: quorum.counted, needed: quorum.needed })}</p>;
}

type Vote = NonNullable<Item['vote']>;

function Running({ item, vote }: Readonly<{ item: Item; vote: Vote }>): ReactNode {
  const say = useText(sittingMessages);
  const formWord = useText(ballotForm);
  const isPast = useMoment() !== null;
  const form = formWord(vote.form);
  const isOnPaper = vote.form === 'SECRET_ON_PAPER';
  const isSecret = vote.form === 'SECRET' || isOnPaper;
  const { electorate, voters } = vote;
  const entitled = electorate.members.length - electorate.recused.length;
  return (
    <>
      <p role="status">
        {isSecret
          ? say('votingSecret', { form })
          : say('voting', { form, entitled, voted: voters.length })}
      </p>
      {item.decision && !isPast && !isOnPaper && (
        <p className="no-print">
          <Link
            to="/voto/$id"
            params={{ id: item.decision.id }}
            search={keepMoment}
            className="btn btn-primary"
          >
            {say('toVote')}
          </Link>
        </p>
      )}
    </>
  );
}

function Counted({
  vote: { electorate, rulebook },
  ending: { outcome, tally, trace },
}: Readonly<{ vote: Vote; ending: NonNullable<Vote['ending']> }>): ReactNode {
  const outcomeWord = useText(voteOutcome);
  const entitled = electorate.members.length;
  return (
    <>
      <p role="status">
        <Chip tone={outcome === 'APPROVED' ? 'ok' : 'late'}>{outcomeWord(outcome)}</Chip>
      </p>
      <VoteBar spread={spreadOf({ tally, trace, rulebook, entitled })} />
      <Steps trace={trace} />
    </>
  );
}
