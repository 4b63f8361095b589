import type { ReactNode } from 'react';
import { useText } from '../../app/text.ts';
import type { Column } from '../../parts/columns.ts';
import { Disclosed } from '../../parts/disclosed.tsx';
import { Table } from '../../parts/table.tsx';
import type { Fact } from '../../data/history.ts';
import { useTelling } from '../../words/events/use-sentence.ts';
import { timeMessages } from './time.messages.ts';

/** The events of the picture above, as a table. */
export function EventTable({
  facts,
  chosen,
  choose,
}: Readonly<{
  facts: readonly Fact[];
  chosen: string;
  choose: (place: number) => void;
}>): ReactNode {
  const say = useText(timeMessages);
  const { sentence, who } = useTelling();
  const columns: readonly Column<Fact>[] = [
    {
      key: 'sentence',
      title: say('what'),
      value: sentence,
      cell: (fact) => (
        <button
          type="button"
          className="btn-plain"
          aria-pressed={fact.id === chosen}
          onClick={() => {
            choose(facts.indexOf(fact));
          }}
        >
          {sentence(fact)}
        </button>
      ),
    },
    { key: 'recordedAt', title: say('when'), value: ({ recordedAt }) => recordedAt, as: 'instant' },
    { key: 'actor', title: say('actor'), value: ({ actor }) => who(actor) },
    { key: 'type', title: say('type'), value: ({ type }) => type },
    { key: 'position', title: say('position'), value: ({ position }) => position },
  ];
  return (
    <Disclosed>
      <Table
        file={say('events')}
        caption={say('events')}
        columns={columns}
        rows={facts}
        idOf={({ id }) => id}
      />
    </Disclosed>
  );
}
