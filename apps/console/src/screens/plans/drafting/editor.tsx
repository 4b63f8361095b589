import type { ReactNode } from 'react';
import { useId, useState } from 'react';
import { useIntl } from 'react-intl';
import { useFormats } from '../../../app/formats.ts';
import { useText } from '../../../app/text.ts';
import { useTitle } from '../../../app/titles.ts';
import { NotDone } from '../../../parts/problem.tsx';
import { Conflict } from './conflict.tsx';
import type { Draft, DraftSection } from './contributions.ts';
import { draftingMessages } from './drafting.messages.ts';
import { Propose } from './propose.tsx';
import { useSaving } from './use-saving.ts';
import type { Saving } from './use-saving.ts';
import type { SectionDraft } from './use-section-draft.ts';
import { TEXT_MAX, wordsIn } from './wording.ts';

type Props = Readonly<{
  draft: Draft;
  section: DraftSection;
  /** Under which the section is saved; null for who may not. */
  mandate: string | null;
  refetch: () => Promise<Draft | null>;
  own: SectionDraft;
}>;

/**
 * The text of a section as it is being written. What is typed is kept in this browser at once; it
 * stands in the plan when it is saved.
 */
export function Editor({ draft, section, mandate, refetch, own }: Props): ReactNode {
  const say = useText(draftingMessages);
  const titleOf = useTitle();
  const saving = useSaving({ draft, section, mandate, refetch }, own);
  return (
    <section aria-labelledby="drafting">
      <h2 id="drafting">{titleOf(section)}</h2>
      {own.standing === 'conflict' && <Conflict own={own} />}
      <form
        className="form-of"
        onSubmit={(event) => {
          event.preventDefault();
          void saving.save();
        }}
        onKeyDown={({ key, ctrlKey, metaKey }) => {
          if (key === 'Enter' && (ctrlKey || metaKey)) void saving.save();
        }}
      >
        <Fields own={own} isSending={saving.outcome.state === 'sending'} />
        <State own={own} saving={saving} />
        <NotDone outcome={saving.outcome} />
        {mandate !== null && (
          <p className="form-buttons">
            <button
              type="submit"
              className="btn btn-primary"
              disabled={own.standing !== 'unsaved' || saving.outcome.state === 'sending'}
            >
              {say('save')}
            </button>
          </p>
        )}
      </form>
      <Propose draft={draft} section={section} own={own} />
      {own.aside && <Aside own={own} />}
    </section>
  );
}

function Fields({
  own,
  isSending,
}: Readonly<{ own: SectionDraft; isSending: boolean }>): ReactNode {
  const say = useText(draftingMessages);
  const field = (part: 'title' | 'titleEn') => (
    <label>
      {say(part)}
      <input
        type="text"
        readOnly={isSending}
        value={own.mine[part]}
        onChange={({ target: { value } }) => {
          own.write({ [part]: value });
        }}
      />
    </label>
  );
  return (
    <>
      {field('title')}
      <Text part="text" {...{ own, isSending }} />
      <details className="in-english" open={own.now.textEn !== '' || undefined}>
        <summary>{say('inEnglish')}</summary>
        <div className="form-of">
          {field('titleEn')}
          <Text part="textEn" {...{ own, isSending }} />
        </div>
      </details>
    </>
  );
}

function Text({
  part,
  own,
  isSending,
}: Readonly<{ part: 'text' | 'textEn'; own: SectionDraft; isSending: boolean }>): ReactNode {
  const say = useText(draftingMessages);
  const { locale } = useIntl();
  const id = useId();
  const text = own.mine[part];
  const isLong = text.length > TEXT_MAX;
  return (
    <div>
      <label htmlFor={id}>{say(part)}</label>
      <textarea
        id={id}
        rows={part === 'text' ? 14 : 6}
        lang={part === 'text' ? 'it' : 'en'}
        readOnly={isSending}
        aria-describedby={`${id}-length`}
        aria-invalid={isLong || undefined}
        value={text}
        onChange={({ target: { value } }) => {
          own.write({ [part]: value });
        }}
      />
      <small id={`${id}-length`}>
        {say('length', { words: wordsIn(text, locale), signs: text.length, most: TEXT_MAX })}
        {isLong && ` ${say('tooLong')}`}
      </small>
    </div>
  );
}

/** Where what was typed is: in the plan, in this browser, or on its way. */
function State({ own, saving }: Readonly<{ own: SectionDraft; saving: Saving }>): ReactNode {
  const say = useText(draftingMessages);
  const { time } = useFormats();
  return (
    <p role="status" className="drafting-state">
      {saving.outcome.state === 'sending'
        ? say('sending')
        : own.standing === 'same'
          ? saving.savedAt === null
            ? say('asInPlan')
            : say('saved', { when: time(saving.savedAt) })
          : say(own.isKept ? 'kept' : 'notKept', { when: time(own.at ?? '') })}
    </p>
  );
}

/** A text that was given up for that of the plan: it is not lost. */
function Aside({ own }: Readonly<{ own: SectionDraft }>): ReactNode {
  const say = useText(draftingMessages);
  const [isSure, setSure] = useState(false);
  return (
    <details className="aside">
      <summary>{say('aside')}</summary>
      <p className="text">{own.aside?.text}</p>
      <p className="form-buttons">
        <button type="button" className="btn btn-outline-primary" onClick={own.takeUp}>
          {say('takeUp')}
        </button>
        <button
          type="button"
          className="btn btn-outline-primary"
          onClick={() => {
            if (isSure) own.forget();
            setSure(true);
          }}
        >
          {say(isSure ? 'throwAwayForSure' : 'throwAway')}
        </button>
      </p>
    </details>
  );
}
