import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormats } from '../../../app/formats.ts';
import { useMoment } from '../../../app/moment.ts';
import { useText } from '../../../app/text.ts';
import { useTitle } from '../../../app/titles.ts';
import { placeAt, useHistories } from '../../../data/history.ts';
import { useAsk } from '../../../data/use-ask.ts';
import { EventSlider } from '../../../parts/event-slider.tsx';
import { useTelling } from '../../../words/events/use-sentence.ts';
import { netsIn } from './graph.ts';
import type { Net } from './graph.ts';
import { TheNetworkMap } from './map.documents.ts';
import { mapMessages } from './map.messages.ts';

/** What changes a map: who comes and goes, and what becomes of the network. */
const CHANGES = /^(?:Member|Network)/u;

/**
 * Goes through joins and exits of a network and of those within it: the page shows all of it as it
 * was; at the last one, as it is now. Which networks there are is asked as of now, so that one that
 * was not there yet can be come back to.
 */
export function Through({ id }: Readonly<{ id: string }>): ReactNode {
  const { data } = useAsk(TheNetworkMap, { id }, { isOfNow: true });
  const root = data?.data.network;
  return root && <Steps nets={netsIn(root).map(({ net }) => net)} />;
}

function Steps({ nets }: Readonly<{ nets: readonly Net[] }>): ReactNode {
  const say = useText(mapMessages);
  const navigate = useNavigate();
  const search: Readonly<Record<string, string | undefined>> = useSearch({ strict: false });
  const { instant } = useFormats();
  const { sentence } = useTelling();
  const moment = useMoment();
  const { facts, ownerOf } = useHistories(nets.map(({ id }) => id));
  const titleOf = useTitle();
  const shown = facts.filter(({ type }) => CHANGES.test(type));
  const last = shown.length - 1;
  const place = placeAt(moment, { shown, facts });
  const fact = shown[place];
  if (!fact) return null;
  const owner = nets.length > 1 && nets.find(({ id }) => id === ownerOf(fact));
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
        output={[instant(fact.recordedAt), owner && titleOf(owner), sentence(fact)]
          .filter(Boolean)
          .join(': ')}
      />
    </div>
  );
}
