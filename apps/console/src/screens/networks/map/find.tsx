import type { ReactNode } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useText } from '../../../app/text.ts';
import type { Spot } from './graph.ts';
import { mapMessages } from './map.messages.ts';
import { useWords } from './use-words.ts';

/** Goes to something on the map by its name. */
export function Find({
  spots,
  go,
}: Readonly<{ spots: readonly Spot[]; go: (id: string) => void }>): ReactNode {
  const say = useText(mapMessages);
  const wordsOf = useWords();
  return (
    <ComboBox
      className="filter"
      menuTrigger="input"
      allowsEmptyCollection
      onChange={(id) => {
        if (id !== null) go(String(id));
      }}
    >
      <Label>{say('find')}</Label>
      <Input type="search" />
      <Popover className="found">
        <ListBox
          aria-label={say('options')}
          renderEmptyState={() => <p className="found-none">{say('notFound')}</p>}
        >
          {spots.map((spot) => {
            const { name, kind } = wordsOf(spot);
            return (
              <ListBoxItem key={spot.id} id={spot.id} textValue={name} className="found-item">
                {name} <small>{kind}</small>
              </ListBoxItem>
            );
          })}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
