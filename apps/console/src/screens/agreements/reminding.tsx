import type { ReactNode } from 'react';
import { useRef, useState } from 'react';
import { Dialog, Heading as DialogHeading, Modal, ModalOverlay } from 'react-aria-components';
import { useFormats } from '../../app/formats.ts';
import { useText } from '../../app/text.ts';
import { useDraft } from '../../data/use-draft.ts';
import { NotDone } from '../../parts/problem.tsx';
import { wordsFor } from './reminder-words.ts';
import { remindingMessages } from './reminding.messages.ts';
import type { Due } from './signature-state.ts';
import { useReminders } from './use-reminders.ts';
import type { Reminded } from './use-reminders.ts';

type Props = Readonly<{
  agreement: Readonly<{ id: string; title: string }>;
  /** Who is reminded, as chosen when it was opened. */
  due: readonly Due[];
  mandate: string | null;
  close: () => void;
}>;

/** Words for those who are reminded, what each of them will read, and what became of each. */
export function Reminding({ agreement, due, mandate, close }: Props): ReactNode {
  const say = useText(remindingMessages);
  const [draft, write] = useDraft(`remind.${agreement.id}`);
  const words = draft === '' ? say('words', { title: agreement.title }) : draft;
  const { settled, isSending, send } = useReminders({ agreement: agreement.id, mandate, words });
  const left = due.filter(({ key }) => settled.get(key)?.state !== 'done');
  const isBegun = settled.size > 0 || isSending;
  // Words that reached everybody are done with; else they are there again.
  const leave = () => {
    if (left.length === 0) write('');
    close();
  };
  const sum = useRef<HTMLParagraphElement>(null);
  const sendAll = async () => {
    if (isSending) return;
    await send(left);
    // The button is gone, or says something else: who used it goes on from what became of it.
    sum.current?.focus();
  };
  return (
    <ModalOverlay isOpen onOpenChange={leave} className="overlay">
      <Modal className="modal-of">
        <Dialog>
          <DialogHeading slot="title">{say('title', { count: due.length })}</DialogHeading>
          <p>{say('lead')}</p>
          {!isBegun && <Words words={words} write={write} />}
          <h3>{say('preview', { count: due.length })}</h3>
          <Preview due={due} words={words} settled={settled} />
          <p role="status" ref={sum} tabIndex={-1}>
            {isBegun && !isSending && <Sum due={due} settled={settled} />}
          </p>
          <p className="form-buttons">
            {left.length > 0 && (
              <button
                type="button"
                className="btn btn-primary"
                aria-disabled={isSending}
                disabled={wordsFor(words, '') === ''}
                onClick={() => void sendAll()}
              >
                {say(isBegun ? 'again' : 'send', { count: left.length })}
              </button>
            )}
            <button type="button" className="btn btn-outline-primary" onClick={leave}>
              {say('close')}
            </button>
          </p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

const WORDS_MAX = 2000;

function Words({
  words,
  write,
}: Readonly<{ words: string; write: (text: string) => void }>): ReactNode {
  const say = useText(remindingMessages);
  return (
    <div className="form-of">
      <label htmlFor="reminder-words">{say('wordsLabel')}</label>
      <textarea
        id="reminder-words"
        rows={4}
        maxLength={WORDS_MAX}
        value={words}
        aria-describedby="reminder-help"
        onChange={({ target: { value } }) => {
          write(value);
        }}
      />
      <small id="reminder-help">{say('wordsHelp')}</small>
    </div>
  );
}

function Preview({
  due,
  words,
  settled,
}: Readonly<{ due: readonly Due[]; words: string; settled: Reminded }>): ReactNode {
  const say = useText(remindingMessages);
  const { day } = useFormats();
  return (
    <ol className="reminders">
      {due.map(({ key, name, version, reminder }) => {
        const outcome = settled.get(key);
        return (
          <li key={key}>
            <strong>{name}</strong>
            {version.amendment !== null && ` · ${say('ofAmendment')}`}
            {reminder && outcome === undefined && (
              <> · {say('before', { day: day(reminder.on), times: reminder.times })}</>
            )}
            <blockquote className="text">{wordsFor(words, name)}</blockquote>
            {outcome?.state === 'done' && (
              <p>{say('sent', { position: outcome.payload.receipt.position })}</p>
            )}
            {outcome && outcome.state !== 'done' && <NotDone outcome={outcome} />}
          </li>
        );
      })}
    </ol>
  );
}

/** How many were sent and how many kept out, for who does not see the rows. */
function Sum({ due, settled }: Readonly<{ due: readonly Due[]; settled: Reminded }>): ReactNode {
  const say = useText(remindingMessages);
  const done = due.filter(({ key }) => settled.get(key)?.state === 'done').length;
  return say('sum', { done, total: due.length });
}

/** Which rows of the matrix are chosen; what is no longer due is chosen no longer. */
export function useChosen(due: readonly Due[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (party: string) => {
    const next = new Set(chosen);
    if (!next.delete(party)) next.add(party);
    setChosen(next);
  };
  const parties = new Set(due.map(({ party }) => party));
  const isAll = parties.size > 0 && [...parties].every((party) => chosen.has(party));
  const toggleAll = () => {
    setChosen(isAll ? new Set() : parties);
  };
  return { chosen, toggle, isAll, toggleAll, due: due.filter(({ party }) => chosen.has(party)) };
}
