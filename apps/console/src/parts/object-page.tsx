import { useParams } from '@tanstack/react-router';
import type { TadaDocumentNode } from 'gql.tada';
import type { ReactNode } from 'react';
import { useAsk } from '../data/use-ask.ts';
import { Empty, Heading, Shown } from './screen.tsx';

/**
 * A page about the object of its address, asked again at each of its changes. What is not there
 * and what may not be seen are told alike.
 */
export function ObjectPage<Data, Thing>({
  document,
  thingIn,
  kind,
  missing,
  around = () => [],
  children,
}: Readonly<{
  document: TadaDocumentNode<Data, { id: string }>;
  thingIn: (data: Data) => Thing | null;
  /** What is looked for: the heading where there is none. */
  kind: string;
  missing: string;
  /** What else shows here as it changes, beside the object itself. */
  around?: (thing: Thing) => readonly (string | null | undefined)[];
  children: (thing: Thing) => ReactNode;
}>): ReactNode {
  const { id = '' } = useParams({ strict: false });
  const follows = (data: Data) => {
    const found = thingIn(data);
    return [id, ...(found === null ? [] : around(found))];
  };
  const asked = useAsk(document, { id }, { follows });
  const thing = asked.data ? thingIn(asked.data.data) : null;
  return (
    <Shown of={asked}>
      {() =>
        thing === null ? (
          <Empty>
            <Heading title={kind} />
            <p>{missing}</p>
          </Empty>
        ) : (
          children(thing)
        )
      }
    </Shown>
  );
}
