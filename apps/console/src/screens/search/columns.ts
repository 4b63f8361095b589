import { useText } from '../../app/text.ts';
import type { Column } from '../../parts/columns.ts';
import { searchMessages } from './search.messages.ts';
import { foundKinds, useFoundName } from './use-found-name.ts';
import type { FoundOne } from './use-found-name.ts';

/** What a file of what was found holds of each of it. */
export function useFoundColumns(): readonly Column<FoundOne>[] {
  const say = useText(searchMessages);
  const nameOf = useFoundName();
  const kindOf = ({ __typename: kind }: FoundOne) => {
    const known = foundKinds.find((one) => one === kind);
    return known === undefined ? null : say(known);
  };
  return [
    { key: 'kind', title: say('kind'), value: kindOf },
    { key: 'name', title: say('name'), value: nameOf },
    { key: 'id', title: 'ID', value: ({ id }) => id },
  ];
}
