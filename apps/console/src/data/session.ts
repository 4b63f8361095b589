import { queryOptions } from '@tanstack/react-query';
import { AskFailed, reached } from './ask.ts';

/** Who is signed in with this browser. */
export type Session = Readonly<{
  person: Readonly<{ id: string; name: string | null }>;
  assurance: string;
  authenticatedAt: string;
  /** When it ends, if nothing more is asked. */
  until: string;
}>;

/** Asks who is signed in; null where nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }): Promise<Session | null> => {
    const response = await reached('/session', {
      headers: { accept: 'application/json' },
      signal,
    });
    if (!response.ok)
      throw new AskFailed('', 'INTERNAL_SERVER_ERROR', response.headers.get('x-request-id'));
    const answer = (await response.json()) as Session & { readonly signedIn: boolean };
    return answer.signedIn ? answer : null;
  },
  staleTime: 60_000,
});

/** Signs out; answers where the login at its issuer is ended too, null where it is not. */
export async function signOut(): Promise<string | null> {
  const response = await reached('/session/logout', {
    method: 'POST',
    headers: { accept: 'application/json' },
  });
  const { issuer } = (await response.json()) as { readonly issuer?: string | null };
  return issuer ?? null;
}

/** The address at which somebody signs in and comes back to a page. */
export function signInAddress(returnTo: string): string {
  return `/session/login?returnTo=${encodeURIComponent(returnTo)}`;
}
