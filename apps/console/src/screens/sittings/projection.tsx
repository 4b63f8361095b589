import { useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormats } from '../../app/formats.ts';
import { useText } from '../../app/text.ts';
import { named, useTitle } from '../../app/titles.ts';
import { useAsk } from '../../data/use-ask.ts';
import { Heading, Shown } from '../../parts/screen.tsx';
import { spreadOf } from '../../parts/vote/count.ts';
import { QuorumMeter } from '../../parts/vote/quorum-meter.tsx';
import { VoteBar } from '../../parts/vote/vote-bar.tsx';
import { ballotForm, itemStatus, voteOutcome } from '../../words/boards.ts';
import { isRunning, itemInHand, meterNow } from './shape.ts';
import type { Item, Sitting } from './shape.ts';
import { TheSitting } from './sitting.documents.ts';
import { speakersMessages } from './speakers.messages.ts';
import { SpeakingNow } from './speaking-now.tsx';
import { useSpeakers } from './use-speakers.ts';
import { sittingMessages } from './sitting.messages.ts';

/** For the wall: the item in hand, who is there, how the vote goes; large, and nothing to press. */
export function ProjectionScreen(): ReactNode {
  const { id = '' } = useParams({ strict: false });
  const asked = useAsk(TheSitting, { id }, { follows: [id] });
  return (
    <div className="projection">
      <Shown of={asked}>{({ sitting }) => sitting && <Wall sitting={sitting} />}</Shown>
    </div>
  );
}

function Wall({ sitting }: Readonly<{ sitting: Sitting }>): ReactNode {
  const say = useText(sittingMessages);
  const titleOf = useTitle();
  const { instant } = useFormats();
  const search: Readonly<Record<string, string | undefined>> = useSearch({ strict: false });
  const item = itemInHand(sitting, search.punto);
  const meter = meterNow(sitting, item);
  const { board, at } = sitting;
  const title = item ? (item.decision ? titleOf(item.decision) : item.title) : say('nothingNow');
  return (
    <>
      <p>
        {board && titleOf(named(board))} · {instant(at)}
      </p>
      <Heading title={title} />
      {item && <Standing item={item} />}
      {meter && isRunning(sitting) && <QuorumMeter meter={meter} isPlain />}
      {item && isRunning(sitting) && <SpeakersOn item={item.item} />}
    </>
  );
}

function Standing({ item: { status, vote } }: Readonly<{ item: Item }>): ReactNode {
  const say = useText(sittingMessages);
  const statusWord = useText(itemStatus);
  const outcome = useText(voteOutcome);
  const formWord = useText(ballotForm);
  if (!vote) return <p className="projection-state">{statusWord(status)}</p>;
  const { electorate, rulebook, voters, ending } = vote;
  const entitled = electorate.members.length;
  if (ending) {
    const { tally, trace } = ending;
    return (
      <>
        <p className="projection-state">{outcome(ending.outcome)}</p>
        <VoteBar spread={spreadOf({ tally, trace, rulebook, entitled })} isPlain />
      </>
    );
  }
  const form = formWord(vote.form);
  const isSecret = vote.form === 'SECRET' || vote.form === 'SECRET_ON_PAPER';
  const of = { form, voted: voters.length, entitled: entitled - electorate.recused.length };
  return (
    <p className="projection-state">
      {isSecret ? say('votingSecret', { form }) : say('voting', of)}
    </p>
  );
}

/** Who speaks, and who after: as the list in this browser has it. */
function SpeakersOn({ item }: Readonly<{ item: string }>): ReactNode {
  const say = useText(speakersMessages);
  const [speakers] = useSpeakers(item);
  const { waiting } = speakers;
  return (
    <>
      <SpeakingNow speakers={speakers} />
      {waiting.length > 0 && <p>{say('queue', { names: waiting.join(', ') })}</p>}
    </>
  );
}
