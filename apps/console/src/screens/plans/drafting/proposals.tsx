import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useMoment } from '../../../app/moment.ts';
import { useText } from '../../../app/text.ts';
import { plainTextOf } from '../../../data/documents.ts';
import { useMay } from '../../../data/explanation.ts';
import { sessionQuery } from '../../../data/session.ts';
import { Chip } from '../../../parts/chip.tsx';
import { DocumentLink } from '../../../parts/document.tsx';
import { comparedTexts } from '../compared.ts';
import { Words } from '../section.tsx';
import { clashing, contributionsOn } from './contributions.ts';
import type { Contribution, Draft } from './contributions.ts';
import { Deciding } from './deciding.tsx';
import { draftingMessages } from './drafting.messages.ts';
import { fieldId } from './field.ts';
import { paragraphsOf } from './wording.ts';

/** Takes a wording over in place of a paragraph, or of the whole. */
type Take = (paragraph: number | null, text: string) => void;

/** What was proposed on a section or an action; `text` is what stands, where it is a section. */
export function Proposals({
  draft,
  on,
  text,
  take,
}: Readonly<{ draft: Draft; on: string; text: string | null; take?: Take }>): ReactNode {
  const say = useText(draftingMessages);
  const all = contributionsOn(draft, on);
  const decide = useMay('acceptContribution', draft.id);
  const isPast = useMoment() !== null;
  if (all.length === 0) return text === null ? null : <p>{say('noProposals')}</p>;
  return (
    <section aria-labelledby={`proposals-${on}`}>
      <h3 id={`proposals-${on}`}>{say('proposals')}</h3>
      {all.map((one) => (
        <Proposal key={one.id} {...{ one, all, text, take }}>
          {one.status === 'PROPOSED' && !isPast && decide.mandate !== null && (
            <Deciding plan={draft.id} contribution={one} mandate={decide.mandate} />
          )}
        </Proposal>
      ))}
    </section>
  );
}

type Props = Readonly<{
  one: Contribution;
  all: readonly Contribution[];
  text: string | null;
  take: Take | undefined;
  children: ReactNode;
}>;

const tones = { PROPOSED: 'soon', ACCEPTED: 'ok', REJECTED: undefined } as const;

function Proposal({ one, all, text, take, children }: Props): ReactNode {
  const say = useText(draftingMessages);
  const id = fieldId(`tables.${one.table}.contributions.${one.id}.status`);
  const others = clashing(one, all);
  return (
    <article className="proposal" id={id} tabIndex={-1} aria-labelledby={`${id}-name`}>
      <header>
        <h4 id={`${id}-name`}>
          {say('proposal', { number: one.number, who: one.proposedBy.name ?? '—' })}
        </h4>
        <Chip tone={tones[one.status]}>{say(one.status)}</Chip>
      </header>
      {text !== null && (
        <p>
          {one.paragraph === null ? say('onAll') : say('onParagraph', { paragraph: one.paragraph })}
        </p>
      )}
      {others.length > 0 && (
        <p className="clash">
          <span aria-hidden="true">▲</span>{' '}
          {say('clashesWith', { others: others.map(({ number }) => number).join(', ') })}
        </p>
      )}
      <What one={one} text={text} take={take} />
      {children}
    </article>
  );
}

/** The wording that is proposed against the one that stands, or the document where it is no text. */
function What({ one, text, take }: Pick<Props, 'one' | 'take' | 'text'>): ReactNode {
  const say = useText(draftingMessages);
  const { locale } = useIntl();
  const { data: session } = useQuery(sessionQuery);
  const { data: proposed = null } = useQuery({
    queryKey: ['document', one.document],
    queryFn: ({ signal }) => plainTextOf(one.document, signal),
    enabled: session != null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const link = <DocumentLink sha256={one.document}>{say('document')}</DocumentLink>;
  if (proposed === null) return <p>{link}</p>;
  const stands =
    text === null || one.paragraph === null ? text : paragraphsOf(text)[one.paragraph - 1];
  return (
    <>
      {stands == null || one.status !== 'PROPOSED' ? (
        <p className="text">{proposed}</p>
      ) : (
        <Words runs={comparedTexts(stands, proposed, locale)} />
      )}
      <p className="form-buttons">
        {take && one.status === 'PROPOSED' && (
          <button
            type="button"
            className="btn btn-outline-primary"
            onClick={() => {
              take(one.paragraph, proposed);
            }}
          >
            {say('take')}
          </button>
        )}
        {link}
      </p>
    </>
  );
}
