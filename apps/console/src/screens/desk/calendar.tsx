import type { ReactNode } from 'react';
import { useId } from 'react';
import { useFormats } from '../../app/formats.ts';
import { useText } from '../../app/text.ts';
import { useLanguage } from '../../app/speaking.tsx';
import { useAct } from '../../data/use-act.ts';
import { useAsk } from '../../data/use-ask.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { NotDone } from '../../parts/problem.tsx';
import { CreateCalendarLink, MyCalendars, RevokeCalendarLink } from './desk.documents.ts';
import { deskMessages } from './desk.messages.ts';

/** Due dates and sittings in a calendar of one's own, by a secret address. */
export function Calendar(): ReactNode {
  const say = useText(deskMessages);
  const { instant } = useFormats();
  const { data } = useAsk(MyCalendars, {}, { isOfNow: true });
  if (!data) return null;
  return (
    <section className="no-print" aria-labelledby="calendar">
      <h2 id="calendar">{say('calendar')}</h2>
      <p>{say('calendarLead')}</p>
      <ul>
        {data.data.calendarLinks.map(({ id, createdAt, language }) => (
          <li key={id}>
            {say('calendarSince', { when: instant(createdAt), language })}{' '}
            <ActButton document={RevokeCalendarLink} input={{ id }} mandate={null}>
              {say('calendarRevoke')}
            </ActButton>
          </li>
        ))}
      </ul>
      <NewCalendar />
    </section>
  );
}

function NewCalendar(): ReactNode {
  const say = useText(deskMessages);
  const [language] = useLanguage();
  const { outcome, send } = useAct(CreateCalendarLink);
  const id = useId();
  if (outcome.state === 'done')
    return (
      <div className="form-of" role="status">
        <label htmlFor={id}>{say('calendarAddress')}</label>
        <input id={id} readOnly value={location.origin + outcome.payload.path} />
        <p>{say('calendarOnce')}</p>
      </div>
    );
  return (
    <>
      <button
        type="button"
        className="btn btn-outline-primary"
        disabled={outcome.state === 'sending'}
        onClick={() => void send({ language: language === 'it' ? 'IT' : 'EN' })}
      >
        {say('calendarMake')}
      </button>
      <NotDone outcome={outcome} />
    </>
  );
}
