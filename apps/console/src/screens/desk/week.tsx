import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useText } from '../../app/text.ts';
import { deskMessages } from './desk.messages.ts';
import type { ResultOf } from '../../data/graphql.ts';
import type { MyDesk } from './desk.documents.ts';

type Move = ResultOf<typeof MyDesk>['inbox']['moves']['edges'][number]['node'];

const DAYS = 7;
const DAY_MS = 86_400_000;

/** A strip of the days to come, with how much is due on each. */
export function Week({ moves }: Readonly<{ moves: readonly Move[] }>): ReactNode {
  const say = useText(deskMessages);
  const { locale, timeZone = 'Europe/Rome' } = useIntl();
  const dayIn = new Intl.DateTimeFormat('en-CA', { timeZone });
  const shown = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', timeZone });
  const long = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone });
  const days = Array.from({ length: DAYS }, (_, ahead) => new Date(Date.now() + ahead * DAY_MS));
  const dueOn = moves.map(
    ({ dueAt, dueOn: day }) => day ?? (dueAt && dayIn.format(new Date(dueAt))),
  );
  return (
    <ol className="week" aria-label={say('week')}>
      {days.map((day) => {
        const name = dayIn.format(day);
        const count = dueOn.filter((due) => due === name).length;
        return (
          <li key={name} data-some={count > 0}>
            <span className="visually-hidden">
              {say('weekDay', { day: long.format(day), count })}
            </span>
            <span aria-hidden="true">
              {shown.format(day)}
              <b>{count === 0 ? '·' : count}</b>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
