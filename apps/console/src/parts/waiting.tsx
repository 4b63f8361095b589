import type { ReactNode } from 'react';
import { useFormats } from '../app/formats.ts';
import { useText } from '../app/text.ts';
import { useMoves } from '../data/moves.ts';
import type { Waiting } from '../data/moves.ts';
import { Chip } from './chip.tsx';
import { Shown } from './screen.tsx';
import { waitingMessages } from './waiting.messages.ts';

/** Whose move it is about an object, and until when. */
export function WaitingFor({ object }: Readonly<{ object: string }>): ReactNode {
  const say = useText(waitingMessages);
  const moves = useMoves(object);
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">{say('title')}</h2>
      <Shown of={moves}>
        {({ waitingFor }) =>
          waitingFor.length === 0 ? (
            <p>{say('nothing')}</p>
          ) : (
            <ul className="waiting">
              {waitingFor.map((one) => (
                <li key={one.id}>
                  <Awaited one={one} />
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
    </section>
  );
}

function Awaited({
  one: { what, people, dueAt, dueOn, overdue },
}: Readonly<{ one: Waiting }>): ReactNode {
  const say = useText(waitingMessages);
  const formats = useFormats();
  const names = people.map(({ person }) => person.name ?? '—').join(', ');
  const when = dueAt === null ? dueOn && formats.day(dueOn) : formats.instant(dueAt);
  return (
    <>
      <strong>{what}</strong> {names === '' ? say('nobody') : say('from', { names })}
      {when !== null && `, ${say('until', { when })}`}{' '}
      {overdue && <Chip tone="late">{say('late')}</Chip>}
    </>
  );
}
