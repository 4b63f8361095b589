import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { dayOf } from '../../app/days.ts';
import { useFormats } from '../../app/formats.ts';
import { keepMoment } from '../../app/moment.ts';
import { useText } from '../../app/text.ts';
import { useAsk } from '../../data/use-ask.ts';
import { ObjectLink, pageOf } from '../../parts/object-link.tsx';
import { useTelling } from '../../words/events/use-sentence.ts';
import { Meanwhile } from './desk.documents.ts';
import { deskMessages } from './desk.messages.ts';

/** What one wants to be told of when one comes back: what was called, voted, signed, decided. */
const TOLD = [
  ...['MeetingConvened', 'MeetingOpened', 'MeetingClosed', 'MinutesApproved'],
  ...['VoteOpened', 'VoteClosed', 'TieBroken', 'ProcedureOpened', 'ProcedureClosed'],
  ...['DecisionNumbered', 'DecisionPublished', 'DecisionRevoked', 'ObjectionLodged'],
  ...['AgreementOpenedForSignature', 'AgreementSigned', 'AgreementEnteredIntoForce'],
  ...['PlanAdopted', 'PlanSubmitted', 'PlanApproved', 'PlanRejected', 'CoDesignTableOpened'],
];
const MOST = 5;

/** What was recorded since the last visit, the newest first, of what one may see. */
export function Digest({ last }: Readonly<{ last: string }>): ReactNode {
  const say = useText(deskMessages);
  const { instant, timeZone } = useFormats();
  const { sentence } = useTelling();
  const asked = { types: TOLD, recordedFrom: last, first: MOST };
  const { data } = useAsk(Meanwhile, asked, { isOfNow: true });
  if (!data) return null;
  const { totalCount, edges } = data.data.events;
  if (totalCount === 0) return null;
  return (
    <section className="digest no-print" aria-labelledby="digest">
      <h2 id="digest">{say('digest', { count: totalCount })}</h2>
      <ul>
        {edges.map(({ node }) => (
          <li key={node.id}>
            <time dateTime={node.recordedAt}>{instant(node.recordedAt)}</time>:{' '}
            {pageOf(node.stream) === null ? (
              sentence(node)
            ) : (
              <ObjectLink id={node.stream}>{sentence(node)}</ObjectLink>
            )}
          </li>
        ))}
      </ul>
      {totalCount > edges.length && (
        <Link
          to="/eventi"
          search={(before) => ({ ...keepMoment(before), da: dayOf(last, timeZone) })}
        >
          {say('digestAll')}
        </Link>
      )}
    </section>
  );
}
