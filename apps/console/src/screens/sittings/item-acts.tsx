import type { ReactNode } from 'react';
import { useId, useState } from 'react';
import { useFormats } from '../../app/formats.ts';
import { useMoment } from '../../app/moment.ts';
import { useText } from '../../app/text.ts';
import { useMay } from '../../data/explanation.ts';
import type { EnumOf } from '../../data/graphql.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { ballotForm } from '../../words/boards.ts';
import { PaperTally } from './paper-tally.tsx';
import { secretaryMessages } from './secretary.messages.ts';
import { isRunning, meterNow } from './shape.ts';
import type { Item, Sitting } from './shape.ts';
import { CloseVote, OpenVote, VerifyQuorum } from './sitting-acts.documents.ts';
import { sittingMessages } from './sitting.messages.ts';
import { TieActs } from './tie-acts.tsx';

type Props = Readonly<{ sitting: Sitting; item: Item }>;

/** What brings an item on: its quorum is verified, its vote opened, and closed. */
export function ItemActs({ sitting, item }: Props): ReactNode {
  const isPast = useMoment() !== null;
  if (isPast || !isRunning(sitting)) return null;
  switch (item.status) {
    case 'ON_AGENDA':
      return <Verifying sitting={sitting} item={item} />;
    case 'QUORUM_VERIFIED':
      return <Opening sitting={sitting} item={item} />;
    case 'VOTE_OPEN':
      return <Voting sitting={sitting} item={item} />;
    case 'VOTE_TIED':
      return <TieActs sitting={sitting} item={item} />;
    default:
      return null;
  }
}

function Verifying({ sitting, item }: Props): ReactNode {
  const say = useText(sittingMessages);
  const { mandate } = useMay('verifyQuorum', sitting.id);
  if (mandate === null) return null;
  return (
    <>
      <p>{say('verifyWarning')}</p>
      <p className="form-buttons">
        <ActButton
          document={VerifyQuorum}
          input={{ sitting: sitting.id, item: item.item }}
          mandate={mandate}
          isMain
        >
          {say('verifyQuorum')}
        </ActButton>
      </p>
    </>
  );
}

/** Without a quorum no vote is opened: the rule says so beside the button. */
function Opening({ sitting, item }: Props): ReactNode {
  const say = useText(sittingMessages);
  const { mandate } = useMay('openVote', sitting.id);
  const [ballot, setBallot] = useState<EnumOf<'BallotForm'>>('NAMED');
  const id = useId();
  const isLost = meterNow(sitting, item)?.isReached === false;
  if (mandate === null) return null;
  const { textSha256 } = item;
  return (
    <>
      <FormChoice
        forms={sitting.board?.rulebook.ballots ?? ['NAMED']}
        ballot={ballot}
        choose={setBallot}
      />
      {isLost && <p id={id}>{say('lost')}</p>}
      <p className="form-buttons">
        <ActButton
          document={OpenVote}
          input={{ sitting: sitting.id, item: item.item, textSha256, ballot }}
          mandate={mandate}
          isMain
          isDisabled={isLost}
          describedBy={isLost ? id : undefined}
        >
          {say('openVote')}
        </ActButton>
      </p>
    </>
  );
}

function FormChoice({
  forms,
  ballot,
  choose,
}: Readonly<{
  forms: readonly EnumOf<'BallotForm'>[];
  ballot: EnumOf<'BallotForm'>;
  choose: (form: EnumOf<'BallotForm'>) => void;
}>): ReactNode {
  const say = useText(sittingMessages);
  const word = useText(ballotForm);
  if (forms.length < 2) return null;
  return (
    <div className="form-of">
      <label>
        {say('form')}
        <select
          value={ballot}
          onChange={({ target }) => {
            choose(forms.find((form) => form === target.value) ?? 'NAMED');
          }}
        >
          {forms.map((form) => (
            <option key={form} value={form}>
              {word(form)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

/** A vote on paper is closed on what the tellers counted, and not before. */
function Voting({ sitting, item }: Props): ReactNode {
  const say = useText(secretaryMessages);
  const { time } = useFormats();
  if (item.vote?.form !== 'SECRET_ON_PAPER') return <Closing sitting={sitting} item={item} />;
  const { paper } = item.vote;
  if (!paper) return <PaperTally sitting={sitting} item={item} />;
  return (
    <>
      <p role="status">{say('tallied', { time: time(paper.talliedAt) })}</p>
      <Closing sitting={sitting} item={item} />
    </>
  );
}

function Closing({ sitting, item }: Props): ReactNode {
  const say = useText(sittingMessages);
  const { mandate } = useMay('closeVote', sitting.id);
  if (mandate === null) return null;
  return (
    <p className="form-buttons">
      <ActButton
        document={CloseVote}
        input={{ sitting: sitting.id, item: item.item }}
        mandate={mandate}
      >
        {say('closeVote')}
      </ActButton>
    </p>
  );
}
