import type { ReactNode } from 'react';
import { useText } from '../../app/text.ts';
import { useTitle } from '../../app/titles.ts';
import { useAsk } from '../../data/use-ask.ts';
import { ObjectLink } from '../../parts/object-link.tsx';
import { decisionEnd } from '../../words/boards.ts';
import { NamesOfDecision } from './decision.documents.ts';
import { decisionMessages } from './decision.messages.ts';
import type { Decision } from './shape.ts';

/** The decisions before it that it is about, and those after it that are about it. */
export function OtherDecisions({ decision }: Readonly<{ decision: Decision }>): ReactNode {
  const say = useText(decisionMessages);
  const end = useText(decisionEnd);
  const { endsDecision, ends, endedBy, earlier, reconsideredBy } = decision;
  const links = [
    [say('ends', { how: ends === null ? '' : end(ends) }), endsDecision],
    [say('endedBy'), endedBy],
    [say('earlier'), earlier],
    [say('reconsideredBy'), reconsideredBy],
  ] as const;
  const known = links.filter((link): link is readonly [string, string] => link[1] !== null);
  if (known.length === 0) return null;
  return (
    <section aria-labelledby="others">
      <h2 id="others">{say('links')}</h2>
      <ul>
        {known.map(([name, id]) => (
          <li key={name}>
            {name} <DecisionByName id={id} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A link with the number and title of a decision; its id until they are known. */
function DecisionByName({ id }: Readonly<{ id: string }>): ReactNode {
  const titleOf = useTitle();
  const { data } = useAsk(NamesOfDecision, { id });
  const found = data?.data.decision;
  const name = found ? [found.number, titleOf(found)].filter(Boolean).join(' · ') : id;
  return <ObjectLink id={id}>{name}</ObjectLink>;
}
