import type { ReactNode } from 'react';
import { useText } from '../../app/text.ts';
import { useTitle } from '../../app/titles.ts';
import type { ResultOf } from '../../data/graphql.ts';
import { useAsk } from '../../data/use-ask.ts';
import { tickedIn } from '../../parts/act-form.tsx';
import { DocumentLink } from '../../parts/document.tsx';
import { MattersOfBoard } from './convening.documents.ts';
import { conveningMessages } from './convening.messages.ts';
import { agendaOf, waitingMatters } from './matters.ts';

type Body = NonNullable<ResultOf<typeof MattersOfBoard>['board']>;
type Decision = Body['decisions'][number];

/** What waits to be put on an agenda of a body, and how the ticked of it are sent. */
export function useMatters(board: string) {
  const say = useText(conveningMessages);
  const { data } = useAsk(MattersOfBoard, { board }, { follows: [board], isOfNow: true });
  const body = data?.data.board ?? null;
  const matters = waitingMatters(body?.decisions ?? []);
  const names = {
    ...{ motivation: say('motivation'), plan: say('plan') },
    ...{ TECHNICAL: say('TECHNICAL'), ACCOUNTING: say('ACCOUNTING') },
  };
  const itemsIn = (form: FormData) => agendaOf(matters, tickedIn(form, 'matters'), names);
  const deserted = (body?.sittings ?? []).filter(({ status }) => status === 'DESERTED');
  const papersOf = (id: string) => agendaOf(matters, [id], names)[0]?.papers.length ?? 0;
  return { isKnown: body !== null, matters, itemsIn, deserted, papersOf };
}

/** Matters to tick, each with its text and how many papers are served for it. */
export function MatterFields({
  matters,
  papersOf,
}: Readonly<{
  matters: readonly Decision[];
  papersOf: (id: string) => number;
}>): ReactNode {
  const say = useText(conveningMessages);
  const titleOf = useTitle();
  return (
    <fieldset>
      <legend>{say('matters')}</legend>
      {matters.map((one) => (
        <div key={one.id}>
          <label className="tick">
            <input type="checkbox" name="matters" value={one.id} /> {titleOf(one)}
          </label>
          <small>
            <DocumentLink sha256={one.textSha256}>{titleOf(one)}</DocumentLink> ·{' '}
            {say('papersCount', { count: papersOf(one.id) })}
          </small>
        </div>
      ))}
    </fieldset>
  );
}
