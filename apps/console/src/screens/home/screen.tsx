import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useInstance } from '../../app/instance.ts';
import { useText } from '../../app/text.ts';
import { sessionQuery, signInAddress } from '../../data/session.ts';
import { Heading, Loading } from '../../parts/screen.tsx';
import { PublishedList } from '../published/screen.tsx';
import { homeMessages } from './home.messages.ts';

/** Leads who is signed in to the desk, and shows everybody else what is public. */
export function HomeScreen(): ReactNode {
  const say = useText(homeMessages);
  const instance = useInstance();
  const { data: session, isPending } = useQuery(sessionQuery);
  if (isPending) return <Loading />;
  if (session) return <Navigate to="/scrivania" replace />;
  return (
    <>
      <Heading title={say('title')}>
        <p className="lead">{say('lead')}</p>
        <a className="btn btn-primary" href={signInAddress('/scrivania')}>
          {say('signIn')}
        </a>
        {instance?.demo === true && <p>{say('demo')}</p>}
      </Heading>
      <h2>{say('published')}</h2>
      <PublishedList />
    </>
  );
}
