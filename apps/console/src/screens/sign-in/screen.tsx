import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useText } from '../../app/text.ts';
import { sessionQuery } from '../../data/session.ts';
import { Heading } from '../../parts/screen.tsx';
import { signInMessages } from './sign-in.messages.ts';
import { SignInWays } from './ways.tsx';

/** With whom one signs in here; who is signed in may do so as somebody else. */
export function SignInScreen(): ReactNode {
  const say = useText(signInMessages);
  const { data: session } = useQuery(sessionQuery);
  const { verso = '/scrivania' }: Readonly<Record<string, string | undefined>> = useSearch({
    strict: false,
  });
  return (
    <>
      <Heading title={say('title')} />
      {session && <p>{say('already', { name: session.person.name ?? session.person.id })}</p>}
      <SignInWays to={verso} />
    </>
  );
}
