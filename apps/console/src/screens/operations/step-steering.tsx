import { Link, useNavigate } from '@tanstack/react-router';
import type { KeyboardEvent, ReactNode } from 'react';
import { keyIn } from '../../app/keys.ts';
import { useText } from '../../app/text.ts';
import { usePlaying } from '../../parts/playing.ts';
import type { Step } from './shape.ts';
import { steppingMessages } from './stepping.messages.ts';

/** Ways to another event that the projection reads: links, keys, and playing them. */
export function StepSteering({ step }: Readonly<{ step: Step }>): ReactNode {
  const say = useText(steppingMessages);
  const navigate = useNavigate();
  const { projection: name, event, first, previous, next, last } = step;
  const go = (evento: string | null) => {
    if (evento === null || evento === event.id) return;
    const to = { to: '/esercizio/passi/$name', params: { name }, search: { evento } } as const;
    void navigate({ ...to, replace: true, resetScroll: false });
  };
  const onward =
    next === null
      ? null
      : () => {
          go(next);
        };
  const { isPlaying, toggle } = usePlaying(event.id, onward);
  const press = (pressed: KeyboardEvent<HTMLElement>) => {
    const key = keyIn(pressed) ?? '';
    const isOnButton = pressed.target instanceof HTMLButtonElement;
    if (key === ' ' && !isOnButton) toggle();
    const to = { arrowleft: previous, arrowright: next, home: first, end: last }[key];
    if (to === undefined && (key !== ' ' || isOnButton)) return;
    pressed.preventDefault();
    if (to !== undefined) go(to);
  };
  const ways = [
    ['first', previous === null ? null : first],
    ['previous', previous],
    ['next', next],
    ['last', next === null ? null : last],
  ] as const;
  return (
    <nav aria-label={say('steps')} className="steering no-print" onKeyDown={press}>
      <div className="steering-buttons">
        {ways.map(([word, to]) => (
          <Way key={word} name={name} to={to}>
            {say(word)}
          </Way>
        ))}
        <button
          type="button"
          className="btn btn-outline-primary"
          aria-disabled={next === null}
          onClick={toggle}
        >
          {say(isPlaying ? 'pause' : 'play')}
        </button>
      </div>
      <p>
        <small>{say('keys')}</small>
      </p>
    </nav>
  );
}

/** One that leads nowhere keeps its place, and the focus that it had. */
function Way({
  name,
  to,
  children,
}: Readonly<{ name: string; to: string | null; children: ReactNode }>): ReactNode {
  return (
    <Link
      to="/esercizio/passi/$name"
      params={{ name }}
      search={(before) => (to === null ? before : { evento: to })}
      className="btn btn-outline-primary"
      aria-disabled={to === null}
      replace
      resetScroll={false}
    >
      {children}
    </Link>
  );
}
