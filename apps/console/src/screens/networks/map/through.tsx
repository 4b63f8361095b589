import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormats } from '../../../app/formats.ts';
import { useMoment } from '../../../app/moment.ts';
import { useText } from '../../../app/text.ts';
import { placeAt, useHistory } from '../../../data/history.ts';
import { EventSlider } from '../../../parts/event-slider.tsx';
import { useTelling } from '../../../words/events/use-sentence.ts';
import { mapMessages } from './map.messages.ts';

/** What changes a map: who comes and goes, and what becomes of the network. */
const CHANGES = /^(?:Member|Network)/u;

/** Goes through joins and exits: the page shows the network as it was; at the last one, as it is now. */
export function Through({ id }: Readonly<{ id: string }>): ReactNode {
  const say = useText(mapMessages);
  const navigate = useNavigate();
  const search: Readonly<Record<string, string | undefined>> = useSearch({ strict: false });
  const { instant } = useFormats();
  const { sentence } = useTelling();
  const moment = useMoment();
  const { facts = [] } = useHistory(id);
  const shown = facts.filter(({ type }) => CHANGES.test(type));
  const last = shown.length - 1;
  const place = placeAt(moment, { shown, facts });
  const fact = shown[place];
  if (!fact) return null;
  return (
    <div className="steering no-print">
      <EventSlider
        label={say('through')}
        place={place}
        last={last}
        choose={(next) => {
          const at = next === last ? undefined : shown[next]?.id;
          void navigate({
            ...{ to: '.', search: { ...search, at } },
            ...{ replace: true, resetScroll: false },
          });
        }}
        output={`${instant(fact.recordedAt)}: ${sentence(fact)}`}
      />
    </div>
  );
}
