import type { ReactNode } from 'react';
import { useFormats } from '../../app/formats.ts';
import { useMoment } from '../../app/moment.ts';
import { useText } from '../../app/text.ts';
import { useMay } from '../../data/explanation.ts';
import { ActForm, textIn } from '../../parts/act-form.tsx';
import { ObjectLink } from '../../parts/object-link.tsx';
import { MatterFields, useMatters } from './agenda-fields.tsx';
import { ConveneMeeting } from './convening.documents.ts';
import { conveningMessages } from './convening.messages.ts';

type Props = Readonly<{
  board: string;
  /** Whole days of notice that its rulebook asks for (GB-1). */
  noticeDays: number;
}>;

/** Who convenes the sittings of a body does it here, on what is ready to be decided. */
export function Convening({ board, noticeDays }: Props): ReactNode {
  const say = useText(conveningMessages);
  const isPast = useMoment() !== null;
  const { mandate } = useMay('conveneMeeting', board);
  if (isPast || mandate === null) return null;
  return (
    <section className="no-print" aria-labelledby="convene">
      <h2 id="convene">{say('convene')}</h2>
      <p>{say('conveneLead', { days: noticeDays })}</p>
      <Notice board={board} mandate={mandate} />
    </section>
  );
}

function Notice({ board, mandate }: Readonly<{ board: string; mandate: string }>): ReactNode {
  const say = useText(conveningMessages);
  const { timeZone } = useFormats();
  const { isKnown, matters, itemsIn, deserted, papersOf } = useMatters(board);
  if (!isKnown) return null;
  return (
    <ActForm
      document={ConveneMeeting}
      mandate={mandate}
      about={`convene.${board}`}
      submit={say('doConvene')}
      inputFrom={(form) => {
        const secondOf = textIn(form, 'secondOf');
        return Promise.resolve({
          ...{ board, place: textIn(form, 'place'), items: itemsIn(form) },
          at: { local: textIn(form, 'at'), zone: timeZone },
          ...(secondOf !== '' && { secondOf }),
        });
      }}
      done={({ sitting }) => (
        <p role="status">
          {say('convened')}
          {sitting && <ObjectLink id={sitting.id}>{say('toSitting')}</ObjectLink>}
        </p>
      )}
    >
      {matters.length === 0 ? (
        <p>{say('nothingReady')}</p>
      ) : (
        <MatterFields matters={matters} papersOf={papersOf} />
      )}
      <label>
        {say('when')}
        <input type="datetime-local" name="at" required />
      </label>
      <label>
        {say('place')}
        <input type="text" name="place" required maxLength={300} />
      </label>
      {deserted.length > 0 && <SecondCall deserted={deserted} />}
    </ActForm>
  );
}

type Deserted = ReturnType<typeof useMatters>['deserted'];

/** GB-2: a second call is of a deserted sitting, and asks for the quorum of the second call. */
function SecondCall({ deserted }: Readonly<{ deserted: Deserted }>): ReactNode {
  const say = useText(conveningMessages);
  const { instant } = useFormats();
  return (
    <label>
      {say('secondOf')}
      <select name="secondOf">
        <option value="">{say('first')}</option>
        {deserted.map(({ id, at }) => (
          <option key={id} value={id}>
            {say('desertedOn', { when: instant(at) })}
          </option>
        ))}
      </select>
    </label>
  );
}
