import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useInstance } from '../../app/instance.ts';
import { useText } from '../../app/text.ts';
import { loginAddress, waysQuery } from '../../data/session.ts';
import { Problem } from '../../parts/problem.tsx';
import { Loading } from '../../parts/screen.tsx';
import { Personas } from './personas.tsx';
import { signInMessages } from './sign-in.messages.ts';

/** The people of a demo, or a button for each issuer; without any, the settings that are missing. */
export function SignInWays({ to }: Readonly<{ to: string }>): ReactNode {
  const say = useText(signInMessages);
  const instance = useInstance();
  const { data, error, refetch } = useQuery(waysQuery);
  if (error) return <Problem error={error} again={refetch} />;
  if (!data || !instance) return <Loading />;
  if (instance.demo) return <Personas to={to} />;
  return (
    <section aria-labelledby="ways">
      <h2 id="ways">{say('ways')}</h2>
      {data.ways.length === 0 && <p>{say('none', { settings: data.missing.join(', ') })}</p>}
      <p className="form-buttons">
        {data.ways.map(({ name }) => (
          <a key={name} className="btn btn-primary" href={loginAddress(to)}>
            {say('signInWith', { name })}
          </a>
        ))}
      </p>
    </section>
  );
}
