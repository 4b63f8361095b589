import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useText } from '../../app/text.ts';
import { Loading } from '../../parts/screen.tsx';
import { BaseChoice } from './base-choice.tsx';
import { useComparison } from './base.ts';
import { comparedSections } from './compared.ts';
import type { Plan } from './compared.ts';
import { planMessages } from './plan.messages.ts';
import { Endorsing } from './review/endorsing.tsx';
import { SectionRemarks } from './review/remark-form.tsx';
import { ReviewBar } from './review/review-bar.tsx';
import { useReview } from './review/use-review.ts';
import { Section } from './section.tsx';
import { reviewKeys } from './review-keys.ts';
import { useSeen } from './seen.ts';

/** The text of a plan, section by section, beside an earlier one; what was seen is ticked off. */
export function TextPart({ plan }: Readonly<{ plan: Plan }>): ReactNode {
  const say = useText(planMessages);
  const { locale } = useIntl();
  const comparison = useComparison(plan.id);
  const { vista }: Readonly<Record<string, string | undefined>> = useSearch({ strict: false });
  const sections = comparedSections(plan, comparison.text, locale);
  const seen = useSeen(plan.id, sections);
  const review = useReview(plan);
  const [remarked, setRemarked] = useState<string | null>(null);
  if (comparison.isPending) return <Loading />;
  if (sections.length === 0) return <p>{say('noSections')}</p>;
  const changed = sections.filter(({ kind }) => kind !== 'same').length;
  return (
    <div
      onKeyDown={(event) => {
        reviewKeys(event, { toggle: seen.toggle, comment: setRemarked });
      }}
    >
      <div className="filters no-print">
        <BaseChoice comparison={comparison} />
        <Layout />
      </div>
      <p role="status">
        {comparison.chosen &&
          (changed === 0
            ? `${say('same')} `
            : `${say('changedSections', { changed, total: sections.length })}. `)}
        {say('seen', { seen: seen.count, total: sections.length })}.{' '}
        <small className="no-print">{say('keys')}</small>
      </p>
      <nav aria-label={say('contents')} className="contents no-print">
        <ol>
          {sections.map(({ id, title }) => (
            <li key={id}>
              <a href={`#sezione-${id}`}>{title}</a> {seen.has(id) && '✓'}
            </li>
          ))}
        </ol>
      </nav>
      {sections.map((section) => (
        <Section
          key={section.id}
          section={section}
          isSplit={vista === 'affiancata'}
          isSeen={seen.has(section.id)}
          toggle={seen.toggle}
        >
          <SectionRemarks
            {...{ plan, review, section: section.id, isOpen: remarked === section.id }}
            setOpen={(isOpen) => {
              setRemarked(isOpen ? section.id : null);
            }}
          />
        </Section>
      ))}
      <ReviewBar plan={plan} review={review} />
      <Endorsing plan={plan} />
    </div>
  );
}

function Layout(): ReactNode {
  const say = useText(planMessages);
  const navigate = useNavigate();
  const search: Readonly<Record<string, string | undefined>> = useSearch({ strict: false });
  return (
    <div className="filter">
      <label htmlFor="layout">{say('layout')}</label>
      <select
        id="layout"
        value={search.vista ?? ''}
        onChange={({ target: { value } }) => {
          const vista = value === '' ? undefined : value;
          void navigate({ to: '.', search: { ...search, vista }, replace: true });
        }}
      >
        <option value="">{say('unified')}</option>
        <option value="affiancata">{say('split')}</option>
      </select>
    </div>
  );
}
