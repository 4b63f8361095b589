import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormats } from '../../app/formats.ts';
import { useMoment } from '../../app/moment.ts';
import { useText } from '../../app/text.ts';
import { useTitle } from '../../app/titles.ts';
import { sessionQuery, signInAddress } from '../../data/session.ts';
import { useAsk } from '../../data/use-ask.ts';
import { DocumentLink } from '../../parts/document.tsx';
import { ObjectLink } from '../../parts/object-link.tsx';
import { Empty, Heading, Shown } from '../../parts/screen.tsx';
import { ownSeats, pollOf, standingOf } from './ballot.ts';
import type { Matter, Poll } from './ballot.ts';
import { ExactText } from './exact-text.tsx';
import { NoVote } from './no-vote.tsx';
import { SeatVote } from './seat-vote.tsx';
import { TheVote } from './vote.documents.ts';
import { voteScreenMessages } from './vote.messages.ts';

/** One votes here: the exact text, the choice, its reading back, the receipt. */
export function VoteScreen(): ReactNode {
  const say = useText(voteScreenMessages);
  const { id = '' } = useParams({ strict: false });
  const asked = useAsk(TheVote, { id }, { follows: [id] });
  const around = asked.data?.data.decision;
  // A vote opens and closes in its sitting or procedure.
  useAsk(TheVote, { id }, { follows: [around?.sitting?.id, around?.procedure?.id] });
  return (
    <Shown of={asked}>
      {({ decision }) =>
        decision ? (
          <Page matter={decision} />
        ) : (
          <Empty>
            <Heading title={say('decision')} />
            <p>{say('missing')}</p>
          </Empty>
        )
      }
    </Shown>
  );
}

function Page({ matter }: Readonly<{ matter: Matter }>): ReactNode {
  const say = useText(voteScreenMessages);
  const titleOf = useTitle();
  const poll = pollOf(matter);
  return (
    <>
      <Heading
        title={say('title', { title: titleOf(matter) })}
        trail={<ObjectLink id={matter.id}>{say('decision')}</ObjectLink>}
      />
      <TextOf matter={matter} poll={poll} />
      <Voting matter={matter} poll={poll} />
    </>
  );
}

type Props = Readonly<{ matter: Matter; poll: Poll | null }>;

function TextOf({ matter, poll }: Props): ReactNode {
  const say = useText(voteScreenMessages);
  const { instant } = useFormats();
  const textSha256 = poll?.textSha256 ?? matter.textSha256;
  const papers = poll?.papers ?? [];
  return (
    <section aria-labelledby="text">
      <h2 id="text">{say('text')}</h2>
      <ExactText sha256={textSha256} />
      {papers.length > 0 && (
        <details>
          <summary>{say('papers')}</summary>
          <ul>
            {papers.map(({ sha256, title }) => (
              <li key={sha256}>
                <DocumentLink sha256={sha256}>{title}</DocumentLink>
              </li>
            ))}
          </ul>
        </details>
      )}
      {poll && poll.state !== 'notYet' && (
        <p className="ballot-form">
          <strong>{say(poll.form)}</strong> {poll.question && say(poll.question.kind)}{' '}
          {poll.deadline !== null && say('closesAt', { when: instant(poll.deadline) })}
        </p>
      )}
    </section>
  );
}

function Voting({ matter, poll }: Props): ReactNode {
  const say = useText(voteScreenMessages);
  const isPast = useMoment() !== null;
  const { data: session } = useQuery(sessionQuery);
  if (isPast) return <p>{say('past')}</p>;
  if (session === undefined) return null;
  if (!poll) return <NoVote standing="notYet" matter={matter} />;
  if (session === null && poll.state === 'open')
    return (
      <p>
        {say('signIn')}{' '}
        <a className="btn btn-primary" href={signInAddress(location.pathname)}>
          {say('doSignIn')}
        </a>
      </p>
    );
  const person = session?.person.id ?? '';
  const seats = ownSeats(matter, poll, person);
  const standing = standingOf(poll, seats, person);
  if (standing !== 'may') return <NoVote standing={standing} matter={matter} />;
  return (
    <>
      {seats.map((own) => (
        <SeatVote key={own.seat} own={own} poll={poll} isOnlyOne={seats.length === 1} />
      ))}
    </>
  );
}
