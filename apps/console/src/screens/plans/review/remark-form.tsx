import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../../app/text.ts';
import type { Plan } from '../compared.ts';
import { paragraphsOf } from '../drafting/wording.ts';
import { reviewMessages } from './review.messages.ts';
import type { Remark } from './remarks.ts';
import type { Review } from './use-review.ts';

type Props = Readonly<{
  review: Review;
  plan: Plan;
  section: string;
  isOpen: boolean;
  setOpen: (open: boolean) => void;
}>;

/** Where something is said of a paragraph; it is held back until the review is sent. */
export function SectionRemarks({ plan, review, section, isOpen, setOpen }: Props): ReactNode {
  const say = useText(reviewMessages);
  const count = review.remarks.filter((one) => one.section === section).length;
  const stands = plan.sections.find(({ id }) => id === section);
  // Of a section that is gone nothing is said.
  if (!review.mayReview || !stands) return null;
  return (
    <div className="remarks no-print">
      {count > 0 && <p>{say('onHere', { count })}</p>}
      {isOpen ? (
        <RemarkForm
          paragraphs={paragraphsOf(stands.text)}
          close={() => {
            setOpen(false);
          }}
          hold={(remark) => {
            review.hold({ ...remark, section });
            setOpen(false);
          }}
        />
      ) : (
        <button
          type="button"
          className="btn btn-outline-primary"
          onClick={() => {
            setOpen(true);
          }}
        >
          {say('remark')}
        </button>
      )}
    </div>
  );
}

const kinds = ['comment', 'wording'] as const;
const BEGINNING = 48;

function RemarkForm({
  paragraphs,
  hold,
  close,
}: Readonly<{
  paragraphs: readonly string[];
  hold: (remark: Omit<Remark, 'section'>) => void;
  close: () => void;
}>): ReactNode {
  const say = useText(reviewMessages);
  const [paragraph, setParagraph] = useState(1);
  const [kind, setKind] = useState<Remark['kind']>('comment');
  // What stands is where another wording begins; null until it is written in.
  const [written, write] = useState<string | null>(null);
  const first = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    first.current?.focus();
  }, []);
  const stands = paragraphs[paragraph - 1] ?? '';
  const text = written ?? (kind === 'wording' ? stands : '');
  return (
    <form
      className="form-of"
      onSubmit={(event) => {
        event.preventDefault();
        hold({ paragraph, kind, text });
      }}
    >
      <label>
        {say('paragraph')}
        <select
          ref={first}
          value={paragraph}
          onChange={({ target }) => {
            setParagraph(Number(target.value));
          }}
        >
          {paragraphs.map((one, place) => (
            <option key={place} value={place + 1}>
              {say('paragraphNo', { number: place + 1, beginning: one.slice(0, BEGINNING) })}
            </option>
          ))}
        </select>
      </label>
      <KindChoice kind={kind} choose={setKind} />
      <label>
        {say('text')}
        <textarea
          rows={4}
          required
          value={text}
          onChange={({ target }) => {
            write(target.value);
          }}
        />
      </label>
      <p className="form-buttons">
        <button type="submit" className="btn btn-primary">
          {say('hold')}
        </button>
        <button type="button" className="btn btn-outline-primary" onClick={close}>
          {say('close')}
        </button>
      </p>
    </form>
  );
}

function KindChoice({
  kind,
  choose,
}: Readonly<{ kind: Remark['kind']; choose: (kind: Remark['kind']) => void }>): ReactNode {
  const say = useText(reviewMessages);
  return (
    <fieldset>
      <legend>{say('kind')}</legend>
      {kinds.map((one) => (
        <label key={one} className="tick">
          <input
            type="radio"
            name="kind"
            checked={kind === one}
            onChange={() => {
              choose(one);
            }}
          />{' '}
          {say(one)}
        </label>
      ))}
    </fieldset>
  );
}
