import type { ReactNode } from 'react';
import { useState } from 'react';
import {
  Autocomplete,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  SearchField,
} from 'react-aria-components';
import { plain } from '../../../app/plain.ts';
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
  const [text, setText] = useState('');
  const [isHere, setHere] = useState(false);
  const asked = plain(text.trim());
  const found = spots
    .map((spot) => ({ id: spot.id, ...wordsOf(spot) }))
    .filter(({ name }) => plain(name).includes(asked));
  const isOpen = isHere && asked !== '';
  return (
    <div
      className="found-by"
      onFocus={() => {
        setHere(true);
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        setHere(currentTarget.contains(relatedTarget));
      }}
    >
      <Autocomplete inputValue={text} onInputChange={setText}>
        <SearchField className="filter">
          <Label>{say('find')}</Label>
          <Input />
        </SearchField>
        {isOpen && (
          <ListBox
            className="found"
            aria-label={say('options')}
            renderEmptyState={() => <p className="found-none">{say('notFound')}</p>}
            onAction={(id) => {
              setText('');
              go(String(id));
            }}
          >
            {found.map(({ id, name, kind }) => (
              <ListBoxItem key={id} id={id} textValue={name} className="found-item">
                {name} <small>{kind}</small>
              </ListBoxItem>
            ))}
          </ListBox>
        )}
      </Autocomplete>
      <span role="status" className="visually-hidden">
        {isOpen && say('foundCount', { count: found.length })}
      </span>
    </div>
  );
}
