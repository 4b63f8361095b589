import { PersonaTokens } from '@tavolo/demo';
import type { Acting } from '@tavolo/demo';

/** An answer as it came over the wire. */
export interface Answered {
  readonly status: number;
  readonly text: string;
  readonly body: {
    readonly data?: Readonly<Record<string, Payload | null>> | null;
    readonly errors?: readonly {
      readonly message: string;
      readonly extensions: {
        readonly code: string;
        readonly fields?: readonly { readonly path: string; readonly problem: string }[];
      };
    }[];
  };
}

/** What a mutation answered, a refusal or a receipt. */
export interface Payload {
  readonly rule?: string;
  readonly code?: string;
  readonly message?: string;
  readonly receipt?: Readonly<Record<string, unknown>>;
}

export type Language = 'en' | 'it';

const tokens = new Map<string, PersonaTokens>();

function tokensOf(url: string): PersonaTokens {
  const known = tokens.get(url) ?? new PersonaTokens(url);
  tokens.set(url, known);
  return known;
}

/** Sends a document without looking at it, as any program might. */
export async function asked(
  url: string,
  request: Readonly<{ document: string; variables?: object; as?: Acting; language?: Language }>,
): Promise<Answered> {
  const { document, variables = {}, as, language = 'it' } = request;
  return await posted(url, JSON.stringify({ query: document, variables }), {
    'accept-language': language,
    ...(as && { authorization: `Bearer ${await tokensOf(url).of(as.person)}` }),
    ...(as?.mandate != null && { 'tavolo-mandate': as.mandate }),
  });
}

/** Sends a body as it is. */
export async function posted(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answered> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  const text = await response.text();
  return { status: response.status, text, body: JSON.parse(text) as Answered['body'] };
}

/** One mutation, its receipt or its refusal. */
export function mutationOf(name: string): string {
  const type = `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`;
  return `mutation ($input: ${type}Input!) { ${name}(input: $input) {
    ... on Refusal { rule code message }
    ... on ${payloads[name] ?? ''}Payload {
      receipt { commandId stream revision position eventId repeated createdId }
    }
  } }`;
}

const payloads: Readonly<Record<string, string>> = {
  acceptInvitation: 'Network',
  addParty: 'Agreement',
  appointAuditor: 'Appointment',
  appointCoordinator: 'Appointment',
  confirmAdministrator: 'Appointment',
  draftAgreement: 'Agreement',
  draftCall: 'Call',
  initiatePlan: 'Plan',
  inviteMember: 'Network',
  linkParentNetwork: 'Network',
  proposeAdministrator: 'Appointment',
  registerPartner: 'Partner',
  reviseSection: 'Plan',
  revokeAppointment: 'Appointment',
  revokeCoordinator: 'Appointment',
  signAgreement: 'Agreement',
};

/** How far the log goes. */
export async function positionOf(url: string): Promise<string> {
  const response = await fetch(`${url}/health/ready`);
  const { position } = (await response.json()) as { position: string };
  return position;
}
