import { queryOptions } from '@tanstack/react-query';
import { AskFailed, reached } from './ask.ts';

/** Who is signed in with this browser. */
export type Session = Readonly<{
  person: Readonly<{ id: string; name: string | null }>;
  assurance: string;
  authenticatedAt: string;
  /** How long it lasts from when this was answered, if nothing more is asked, and at the most. */
  leftMs: number;
  atMostMs: number;
  /** How long it lasts without being used. */
  idleMs: number;
}>;

/** Asks who is signed in; null where nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => toldAt('/session', { signal }),
  staleTime: 60_000,
});

/** Somebody is still there: their session lasts on. Null where it has ended. @throws AskFailed */
export async function extendSession(): Promise<Session | null> {
  return await toldAt('/session/extend', { method: 'POST' });
}

async function toldAt(path: string, init: RequestInit): Promise<Session | null> {
  const response = await reached(path, { headers: { accept: 'application/json' }, ...init });
  if (!response.ok)
    throw new AskFailed('', 'INTERNAL_SERVER_ERROR', response.headers.get('x-request-id'));
  const answer = (await response.json()) as Session & { readonly signedIn: boolean };
  return answer.signedIn ? answer : null;
}

/** Signs out; answers where the login at its issuer is ended too, null where it is not. */
export async function signOut(): Promise<string | null> {
  const response = await reached('/session/logout', {
    method: 'POST',
    headers: { accept: 'application/json' },
  });
  const { issuer } = (await response.json()) as { readonly issuer?: string | null };
  return issuer ?? null;
}

/** The page that shows with whom one signs in here; one comes back to a page. */
export function signInAddress(returnTo: string): string {
  return `/accesso?verso=${encodeURIComponent(returnTo)}`;
}

/** The address that leads to the issuer and back to a page; of a demo, as a persona. */
export function loginAddress(returnTo: string, persona: string | null = null): string {
  const query = new URLSearchParams({ returnTo, ...(persona !== null && { hint: persona }) });
  return `/session/login?${query.toString()}`;
}

/** With whom one signs in here, by name; where one cannot, the settings that the server lacks. */
export type Ways = Readonly<{
  ways: readonly Readonly<{ name: string }>[];
  missing: readonly string[];
}>;

/** Asks with whom one signs in here. */
export const waysQuery = queryOptions({
  queryKey: ['ways'],
  queryFn: ({ signal }) => answered<Ways>('/session/ways', signal),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Somebody of a demo to sign in as, with what they are there. */
export type Persona = Readonly<{
  person: string;
  name: string;
  parts: readonly Readonly<{
    kind: 'auditor' | 'chair' | 'founder' | 'member' | 'representative' | 'secretary';
    of: string | null;
  }>[];
}>;

/** Asks a demo who there is to sign in as. */
export const personasQuery = queryOptions({
  queryKey: ['personas'],
  queryFn: ({ signal }) => answered<readonly Persona[]>('/demo/personas', signal),
});

/** @throws AskFailed */
async function answered<Answer>(path: string, signal: AbortSignal): Promise<Answer> {
  const response = await reached(path, { headers: { accept: 'application/json' }, signal });
  if (response.ok) return (await response.json()) as Answer;
  throw new AskFailed('', 'INTERNAL_SERVER_ERROR', response.headers.get('x-request-id'));
}
