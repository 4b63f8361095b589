import { useFormats } from '../../app/formats.ts';
import { named, useTitle } from '../../app/titles.ts';
import type { ResultOf } from '../../data/graphql.ts';
import type { Found } from './search.documents.ts';

/** Something that was found. */
export type FoundOne = ResultOf<typeof Found>['search'][number];

/** Kinds of what is found, in the order in which they are shown. */
export const foundKinds = [
  ...(['Plan', 'Network', 'Partner', 'Agreement', 'Decision', 'Sitting', 'Board'] as const),
];

/** What something that was found is called in the language of the page. */
export function useFoundName(): (one: FoundOne) => string {
  const titleOf = useTitle();
  const { instant } = useFormats();
  return (one) => {
    switch (one.__typename) {
      case 'Plan':
      case 'Network':
      case 'Agreement':
        return titleOf(one);
      case 'Decision':
        return one.number === null ? titleOf(one) : `${one.number} · ${titleOf(one)}`;
      case 'Partner':
        return one.name;
      case 'Board':
        return titleOf(named(one));
      case 'Sitting':
        return [one.board?.name, instant(one.at), one.place].filter(Boolean).join(' · ');
      default:
        return one.id;
    }
  };
}
