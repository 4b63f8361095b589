import type { ReactNode } from 'react';
import { useRef, useState } from 'react';
import { Label, RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import { useText } from '../../app/text.ts';
import type { EnumOf } from '../../data/graphql.ts';
import { useAct } from '../../data/use-act.ts';
import type { Outcome } from '../../data/use-act.ts';
import { useDraft } from '../../data/use-draft.ts';
import type { OwnSeat, Poll } from './ballot.ts';
import { useChoiceKeys } from './choice-keys.ts';
import { ReadBack } from './read-back.tsx';
import type { Receipt } from './receipt.tsx';
import { CastReply, CastVote } from './vote.documents.ts';
import { voteScreenMessages } from './vote.messages.ts';

type Choice = EnumOf<'VoteChoice'>;
const choices = [
  ['FOR', 'for', 'forHint'],
  ['AGAINST', 'against', 'againstHint'],
  ['ABSTAIN', 'abstain', 'abstainHint'],
] as const;

type Props = Readonly<{
  own: OwnSeat;
  poll: Poll;
  /** No other seat is voted for on the page. */
  isOnlyOne: boolean;
  done: (receipt: Receipt) => void;
}>;

/** Chooses, reads back what was chosen, and votes. */
export function Casting({ own, poll, isOnlyOne, done }: Props): ReactNode {
  const say = useText(voteScreenMessages);
  const [choice, setChoice] = useState<Choice | null>(null);
  const [isReview, setReview] = useState(false);
  const [reason, setReason] = useDraft(`vote.${poll.textSha256}.${own.seat}`);
  const { outcome, cast } = useCasting(own, poll);
  const form = useRef<HTMLFormElement>(null);
  useChoiceKeys(form, isOnlyOne, setChoice);
  const vote = async () => {
    if (choice === null) return;
    const given = reason.trim() === '' ? {} : { reason };
    const came = await cast({ choice, ...given });
    if (came.state !== 'done') return;
    setReason('');
    const { position, repeated } = came.payload.receipt;
    done({ position, repeated, at: new Date().toISOString() });
  };
  if (isReview && choice !== null)
    return (
      <ReadBack
        {...{ choice, own, poll, outcome, vote }}
        back={() => {
          setReview(false);
        }}
      />
    );
  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        setReview(choice !== null);
      }}
    >
      <Choices
        choice={choice}
        choose={(next) => {
          setChoice(next);
        }}
      />
      {poll.form === 'NAMED' && <Reason reason={reason} write={setReason} />}
      <button type="submit" className="btn btn-primary" disabled={choice === null}>
        {say('review')}
      </button>
      {isOnlyOne && <p className="no-print">{say('choiceKeys')}</p>}
    </form>
  );
}

function Choices({
  choice,
  choose,
}: Readonly<{ choice: Choice | null; choose: (choice: Choice) => void }>): ReactNode {
  const say = useText(voteScreenMessages);
  return (
    <RadioGroup
      className="choices"
      value={choice}
      onChange={(value) => {
        choose(value as Choice);
      }}
    >
      <Label className="visually-hidden">{say('yourVote')}</Label>
      {choices.map(([value, name, hint]) => (
        <RadioField key={value} value={value}>
          <RadioButton className="choice">
            <span className="choice-mark" aria-hidden="true" />
            <span>
              <strong>{say(name)}</strong>
              <small>{say(hint)}</small>
            </span>
          </RadioButton>
        </RadioField>
      ))}
    </RadioGroup>
  );
}

/** D-3: a reason beside a vote that is not named would say how it was cast. */
function Reason({
  reason,
  write,
}: Readonly<{ reason: string; write: (text: string) => void }>): ReactNode {
  const say = useText(voteScreenMessages);
  return (
    <div className="form-of">
      <label>
        {say('reason')}
        <textarea
          rows={3}
          value={reason}
          onChange={({ target }) => {
            write(target.value);
          }}
        />
      </label>
    </div>
  );
}

type Given = Readonly<{ choice: Choice; reason?: string }>;
type Payload = Readonly<{ receipt: Readonly<{ position: string; repeated: boolean }> }>;

/** A vote in a sitting and an answer without one are two commands of the same content. */
function useCasting({ seat, mandate }: OwnSeat, { place, textSha256 }: Poll) {
  const inSitting = useAct(CastVote);
  const inWriting = useAct(CastReply);
  const of = { seat, textSha256 };
  const cast = async (given: Given): Promise<Outcome<Payload>> => {
    if (place.kind === 'procedure')
      return await inWriting.send({ ...of, ...given, procedure: place.procedure }, mandate);
    const { sitting, item } = place;
    return await inSitting.send({ ...of, ...given, sitting, item }, mandate);
  };
  const outcome: Outcome<Payload> =
    place.kind === 'procedure' ? inWriting.outcome : inSitting.outcome;
  return { cast, outcome };
}
