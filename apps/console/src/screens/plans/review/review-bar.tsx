import type { ReactNode } from 'react';
import { useState } from 'react';
import { useText } from '../../../app/text.ts';
import { useTitle } from '../../../app/titles.ts';
import { NotDone } from '../../../parts/problem.tsx';
import type { Plan } from '../compared.ts';
import { keyOf } from './remarks.ts';
import { reviewMessages } from './review.messages.ts';
import type { Review } from './use-review.ts';

type Props = Readonly<{ plan: Plan; review: Review }>;

/** The remarks that are held back, and the one button that sends them. */
export function ReviewBar({ plan, review }: Props): ReactNode {
  const say = useText(reviewMessages);
  const { remarks, isSent, mayReview } = review;
  return (
    <>
      <div role="status">{isSent && remarks.length === 0 && <p>{say('sent')}</p>}</div>
      {mayReview && remarks.length > 0 && <Held plan={plan} review={review} />}
    </>
  );
}

function Held({ plan, review }: Props): ReactNode {
  const say = useText(reviewMessages);
  const { remarks, tables, outcome, failure, sendAll, remove } = review;
  const [table, setTable] = useState(tables[0]?.id ?? '');
  const titleOf = (section: string) =>
    plan.sections.find(({ id }) => id === section)?.title ?? section;
  return (
    <section className="review no-print" aria-labelledby="review">
      <h2 id="review">{say('held', { count: remarks.length })}</h2>
      <p>{say('heldLead')}</p>
      <ul>
        {remarks.map((remark) => (
          <li key={keyOf(remark)}>
            <strong>
              {say('of', { section: titleOf(remark.section), paragraph: remark.paragraph })}
            </strong>
            {say(remark.kind)} — {remark.text}{' '}
            <button
              type="button"
              className="btn btn-outline-primary btn-small"
              onClick={() => {
                remove(remark);
              }}
            >
              {say('remove')}
            </button>
          </li>
        ))}
      </ul>
      {tables.length > 1 && <TableChoice {...{ tables, table, choose: setTable }} />}
      <NotDone outcome={outcome} failure={failure} />
      <button
        type="button"
        className="btn btn-primary"
        data-sends="review"
        disabled={outcome.state === 'sending'}
        onClick={() => void sendAll(table)}
      >
        {say('send')}
      </button>
    </section>
  );
}

function TableChoice({
  tables,
  table,
  choose,
}: Readonly<{
  tables: Review['tables'];
  table: string;
  choose: (table: string) => void;
}>): ReactNode {
  const say = useText(reviewMessages);
  const titleOf = useTitle();
  return (
    <div className="form-of">
      <label>
        {say('table')}
        <select
          value={table}
          onChange={({ target }) => {
            choose(target.value);
          }}
        >
          {tables.map((one) => (
            <option key={one.id} value={one.id}>
              {titleOf(one)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
