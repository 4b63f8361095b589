import type { ReactNode } from 'react';
import { instantOf } from '../../app/days.ts';
import { useFormats } from '../../app/formats.ts';
import { useText } from '../../app/text.ts';
import { useMay } from '../../data/explanation.ts';
import { ActForm, handedIn, textIn } from '../../parts/act-form.tsx';
import { serviceChannel } from '../../words/notices.ts';
import { RecordService } from './convening.documents.ts';
import { conveningMessages } from './convening.messages.ts';
import { nameOfSeat } from './shape.ts';
import type { Sitting } from './shape.ts';

/** Ways in which a notice is served, the usual first. */
const serviceChannels = ['PEC', 'EMAIL', 'PORTAL', 'MESSENGER', 'POST', 'BY_HAND'] as const;

type Props = Readonly<{ sitting: Sitting }>;

/** How the notice reached each seat, with its proof; the secretary records it (GB-1). */
export function Services({ sitting }: Props): ReactNode {
  const say = useText(conveningMessages);
  const channel = useText(serviceChannel);
  const { instant } = useFormats();
  const { mandate } = useMay('recordService', sitting.id);
  const { services, notified } = sitting;
  const isBefore = sitting.status === 'CONVENED';
  if (services.length === 0 && (!isBefore || mandate === null)) return null;
  return (
    <details className="no-print">
      <summary>{say('services')}</summary>
      <ul>
        {notified.map((seat) => {
          const name = nameOfSeat(sitting, seat);
          const one = services.findLast((each) => each.seat === seat);
          if (!one) return <li key={seat}>{say('unserved', { name })}</li>;
          const how = { channel: channel(one.channel), when: instant(one.servedAt) };
          return <li key={seat}>{say('served', { name, ...how })}</li>;
        })}
      </ul>
      {isBefore && mandate !== null && <Recording sitting={sitting} mandate={mandate} />}
    </details>
  );
}

function Recording({ sitting, mandate }: Props & Readonly<{ mandate: string }>): ReactNode {
  const say = useText(conveningMessages);
  const word = useText(serviceChannel);
  const { timeZone } = useFormats();
  return (
    <ActForm
      document={RecordService}
      mandate={mandate}
      about={`service.${sitting.id}`}
      submit={say('doRecord')}
      inputFrom={async (form) => ({
        ...{ sitting: sitting.id, seat: textIn(form, 'seat') },
        channel: serviceChannels.find((one) => one === textIn(form, 'channel')) ?? 'PEC',
        servedAt: instantOf(textIn(form, 'servedAt'), timeZone),
        proof: (await handedIn(form, 'proof')) ?? '',
      })}
    >
      <label>
        {say('seat')}
        <select name="seat" required>
          {sitting.notified.map((seat) => (
            <option key={seat} value={seat}>
              {nameOfSeat(sitting, seat)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {say('channel')}
        <select name="channel" required>
          {serviceChannels.map((one) => (
            <option key={one} value={one}>
              {word(one)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {say('servedAt')}
        <input type="datetime-local" name="servedAt" step={1} required />
      </label>
      <label>
        {say('proof')}
        <input type="file" name="proof" required />
      </label>
    </ActForm>
  );
}
