import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useFormats } from '../../../app/formats.ts';
import { useText } from '../../../app/text.ts';
import { useTitle } from '../../../app/titles.ts';
import { useHistory } from '../../../data/history.ts';
import { useKeptDrafts } from '../../../data/use-draft.ts';
import { Chip } from '../../../parts/chip.tsx';
import { clashing, contributionsOn, undecided } from './contributions.ts';
import type { Draft, DraftSection } from './contributions.ts';
import { draftingMessages } from './drafting.messages.ts';
import { draftName, keptIn, standingOf } from './kept.ts';
import { lastWritten } from './last-written.ts';
import type { LastWritten } from './last-written.ts';
import { TEXT_MAX, wordingOf, wordsIn } from './wording.ts';

/** The sections of a draft: who wrote each last, how long it is, what is open about it. */
export function SectionList({
  draft,
  chosen,
}: Readonly<{ draft: Draft; chosen: string | undefined }>): ReactNode {
  const say = useText(draftingMessages);
  const { facts = [] } = useHistory(draft.id);
  const written = lastWritten(facts, draft.id);
  return (
    <nav aria-label={say('sections')} className="section-list">
      <ol>
        {draft.sections.map((section) => (
          <li key={section.id}>
            <Entry
              {...{ draft, section }}
              written={written.get(section.id)}
              isChosen={section.id === chosen}
            />
          </li>
        ))}
      </ol>
    </nav>
  );
}

type Props = Readonly<{
  draft: Draft;
  section: DraftSection;
  written: LastWritten | undefined;
  isChosen: boolean;
}>;

function Entry({ draft, section, written, isChosen }: Props): ReactNode {
  const say = useText(draftingMessages);
  const { locale } = useIntl();
  const { day } = useFormats();
  const titleOf = useTitle();
  return (
    <>
      <Link
        to="."
        search={(now: Readonly<Record<string, string | undefined>>) => ({
          ...now,
          sezione: section.id,
        })}
        aria-current={isChosen ? 'true' : undefined}
      >
        {titleOf(section)}
      </Link>
      <p>
        {say('length', {
          words: wordsIn(section.text, locale),
          signs: section.text.length,
          most: TEXT_MAX,
        })}
        {written && (
          <>
            {' · '}
            {say('writtenBy', { who: written.who ?? '—', when: day(written.on) })}
          </>
        )}
      </p>
      <Marks {...{ draft, section, written }} />
    </>
  );
}

/** What is open about a section, each in a word. */
function Marks({ draft, section, written }: Omit<Props, 'isChosen'>): ReactNode {
  const say = useText(draftingMessages);
  const keptOf = useKeptDrafts();
  const all = contributionsOn(draft, section.id);
  const open = undecided(all);
  const hasClash = open.some((one) => clashing(one, all).length > 0);
  const standing = standingOf(keptIn(keptOf(draftName(draft.id, section.id))), wordingOf(section));
  return (
    <p className="chips">
      {standing !== 'same' && (
        <Chip tone={standing === 'conflict' ? 'late' : 'soon'}>
          {say(standing === 'conflict' ? 'inConflict' : 'notInPlan')}
        </Chip>
      )}
      {written?.sinceVersion === true && <Chip>{say('sinceVersion')}</Chip>}
      {open.length > 0 && <Chip>{say('openProposals', { open: open.length })}</Chip>}
      {hasClash && <Chip tone="late">▲ {say('clash')}</Chip>}
    </p>
  );
}
