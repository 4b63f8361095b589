import { PersonaTokens } from '@tavolo/demo';
import type { Acting, Client, Tokens } from '@tavolo/demo';
import { tokenOfProgram } from './identity.js';

type Page = Readonly<{ edges: readonly { readonly node: { readonly mandate: string } }[] }>;

/** Programs get their tokens from an issuer of their own, each as itself. */
export function tokensFor(url: string): Tokens {
  const personas = new PersonaTokens(url);
  return {
    of: (who) => (who.startsWith('service-') ? tokenOfProgram(who) : personas.of(who)),
    ofReader: () => personas.ofReader(),
  };
}

/** Binds a program that was admitted to its own token, through the link that its inviter gets. */
export async function boundProgram(
  client: Client,
  service: string,
  inviter: Acting,
): Promise<Acting> {
  const { appointments } = await client.query<{ appointments: Page }>(
    'query ($of: ID) { appointments(person: $of) { edges { node { mandate } } } }',
    { of: service },
  );
  const mandate = appointments.edges[0]?.node.mandate ?? '';
  const { inviteToSignIn } = await client.query<{ inviteToSignIn: { path: string } }>(
    `mutation ($mandate: ID!) { inviteToSignIn(input: { mandate: $mandate, days: 1 }) {
      ... on SignInInvitation { path } } }`,
    { mandate },
    inviter,
  );
  const authorization = `Bearer ${await tokenOfProgram(service)}`;
  const url = `${client.url}${inviteToSignIn.path}`;
  const bound = await fetch(url, { method: 'POST', headers: { authorization } });
  if (!bound.ok) throw new Error(`the program was not bound: ${await bound.text()}`);
  return { person: service, mandate };
}
