import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useMoment } from '../../app/moment.ts';
import { useText } from '../../app/text.ts';
import { useMay } from '../../data/explanation.ts';
import { sessionQuery } from '../../data/session.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { ActForm, handedIn, textIn } from '../../parts/act-form.tsx';
import { DelegateAttendance, RevokeDelegation } from './convening.documents.ts';
import { conveningMessages } from './convening.messages.ts';
import { isOver, nameOfSeat } from './shape.ts';
import type { Sitting } from './shape.ts';

type Props = Readonly<{ sitting: Sitting }>;

/** Who is represented by whom, where the rulebook knows it; a member gives and takes back theirs (GB-5). */
export function Delegations({ sitting }: Props): ReactNode {
  const say = useText(conveningMessages);
  const rule = sitting.board?.rulebook.delegation;
  if (!rule) return null;
  const given = sitting.delegations.filter(({ revoked }) => !revoked);
  return (
    <section aria-labelledby="delegations">
      <h3 id="delegations">{say('delegations')}</h3>
      {given.length === 0 && <p>{say('noDelegations')}</p>}
      <ul>
        {given.map(({ seat, to }) => (
          <li key={seat}>
            {say('delegated', { from: nameOfSeat(sitting, seat), to: nameOfSeat(sitting, to) })}{' '}
            <TakingBack sitting={sitting} seat={seat} />
          </li>
        ))}
      </ul>
      {!isOver(sitting) && <Delegating sitting={sitting} rule={rule} />}
    </section>
  );
}

/** Whether a seat is that of who is signed in. */
function useIsMine(sitting: Sitting): (seat: string) => boolean {
  const { data: session } = useQuery(sessionQuery);
  const mine = (sitting.board?.seats ?? []).filter(
    ({ person }) => person.id === session?.person.id,
  );
  return (seat) => mine.some((one) => one.seat === seat);
}

function TakingBack({ sitting, seat }: Props & Readonly<{ seat: string }>): ReactNode {
  const say = useText(conveningMessages);
  const isMine = useIsMine(sitting);
  const { mandate } = useMay('revokeDelegation', sitting.id);
  if (isOver(sitting) || mandate === null || !isMine(seat)) return null;
  return (
    <ActButton document={RevokeDelegation} input={{ sitting: sitting.id, seat }} mandate={mandate}>
      {say('revoke')}
    </ActButton>
  );
}

type Rule = NonNullable<NonNullable<Sitting['board']>['rulebook']['delegation']>;

function Delegating({
  sitting,
  rule: { max, noticeDays },
}: Props & Readonly<{ rule: Rule }>): ReactNode {
  const say = useText(conveningMessages);
  const isPast = useMoment() !== null;
  const isMine = useIsMine(sitting);
  const { mandate } = useMay('delegateAttendance', sitting.id);
  const seats = (sitting.board?.seats ?? []).filter(({ status }) => status === 'APPOINTED');
  const given = sitting.delegations.filter(({ revoked }) => !revoked);
  const own = seats.filter(
    ({ seat }) => isMine(seat) && !given.some((one) => one.seat === seat || one.to === seat),
  );
  if (isPast || mandate === null || own.length === 0) return null;
  return (
    <details className="no-print">
      <summary>{say('delegate')}</summary>
      <p>{say('delegateLead', { max, days: noticeDays })}</p>
      <ActForm
        document={DelegateAttendance}
        mandate={mandate}
        about={`delegate.${sitting.id}`}
        submit={say('doDelegate')}
        inputFrom={async (form) => ({
          ...{ sitting: sitting.id, seat: textIn(form, 'from'), to: textIn(form, 'to') },
          notice: (await handedIn(form, 'notice')) ?? '',
        })}
      >
        <SeatChoice name="from" seats={own} />
        <SeatChoice name="to" seats={seats.filter(({ seat }) => !isMine(seat))} />
        <label>
          {say('notice')}
          <input type="file" name="notice" required />
        </label>
      </ActForm>
    </details>
  );
}

function SeatChoice({
  name,
  seats,
}: Readonly<{
  name: 'from' | 'to';
  seats: NonNullable<Sitting['board']>['seats'];
}>): ReactNode {
  const say = useText(conveningMessages);
  return (
    <label>
      {say(name)}
      <select name={name} required>
        {seats.map(({ seat, person }) => (
          <option key={seat} value={seat}>
            {person.name ?? seat}
          </option>
        ))}
      </select>
    </label>
  );
}
