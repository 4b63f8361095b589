import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useId, useState } from 'react';
import { useText } from '../../app/text.ts';
import { loginAddress, personasQuery } from '../../data/session.ts';
import type { Persona } from '../../data/session.ts';
import { Problem } from '../../parts/problem.tsx';
import { Loading } from '../../parts/screen.tsx';
import { cardKeys } from './card-keys.ts';
import { signInMessages } from './sign-in.messages.ts';

/** The people of a demo, each on a card: one click, and one is signed in as them. */
export function Personas({ to }: Readonly<{ to: string }>): ReactNode {
  const say = useText(signInMessages);
  const { data, error, refetch } = useQuery(personasQuery);
  const [text, setText] = useState('');
  const id = useId();
  if (error) return <Problem error={error} again={refetch} />;
  if (!data) return <Loading />;
  const shown = data.filter((one) => says(one, text));
  return (
    <section aria-labelledby="personas">
      <h2 id="personas">{say('personas')}</h2>
      <p>{say('demo')}</p>
      <search>
        <div className="filter">
          <label htmlFor={id}>{say('find')}</label>
          <input
            id={id}
            type="search"
            value={text}
            onChange={({ target: { value } }) => {
              setText(value);
            }}
          />
        </div>
      </search>
      <p role="status">
        {say('count', { count: shown.length })} <small>{say('keys')}</small>
      </p>
      <ul className="personas" onKeyDown={cardKeys}>
        {shown.map((persona) => (
          <li key={persona.person}>
            <Card persona={persona} to={to} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What somebody is, and what to try as them. */
const words = {
  founder: ['founder', 'tryFounder'],
  chair: ['chair', 'tryChair'],
  secretary: ['secretary', 'trySecretary'],
  member: ['member', 'tryMember'],
  representative: ['representative', 'tryRepresentative'],
  auditor: ['auditor', 'tryAuditor'],
} as const;

/** Whether a name or a part of somebody says a text, in any case. */
function says({ name, parts }: Persona, text: string): boolean {
  const all = [name, ...parts.map(({ of }) => of ?? '')].join(' ').toLocaleLowerCase();
  return all.includes(text.trim().toLocaleLowerCase());
}

function Card({ persona, to }: Readonly<{ persona: Persona; to: string }>): ReactNode {
  const say = useText(signInMessages);
  const { person, name, parts } = persona;
  const kinds = [...new Set(parts.map(({ kind }) => kind))];
  return (
    <a className="persona" href={loginAddress(to, person)}>
      <span className="persona-mark" aria-hidden="true">
        {name
          .split(' ')
          .map((word) => word.charAt(0))
          .join('')
          .slice(0, 2)}
      </span>
      <span className="persona-about">
        <strong>{name}</strong>
        {parts.map(({ kind, of }) => (
          <span key={`${kind}-${of ?? ''}`}>
            {of === null ? say(words[kind][0]) : say('partOf', { part: say(words[kind][0]), of })}
          </span>
        ))}
        <span>{say('try', { acts: kinds.map((kind) => say(words[kind][1])).join('; ') })}</span>
      </span>
    </a>
  );
}
