import Provider from 'oidc-provider';
import type { Configuration, JWKS, TokenEndpointGrantContext } from 'oidc-provider';
import { forgetfulStore } from './forgetful-store.js';
import { errorPage, logoutPages, show } from './pages.js';

/** The audience of the tokens: the server of the demo. */
export const AUDIENCE = 'urn:tavolo:demo';
/** The grant by which a program of the demo acts as a persona: no password, so never elsewhere. */
export const PERSONA_GRANT = 'urn:tavolo:demo:persona';
/** The client of that grant: public, for there is nothing to keep secret. */
export const PERSONA_CLIENT = 'demo-personas';
/** The client of the server itself, whose people sign in with a browser. */
export const SERVER_CLIENT = 'demo-server';

/** How a login of the demo is told from a real one: by a level that no identity scheme has. */
export const ACR = 'demo';

const PERSON = /^person-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const TOKEN_S = 3_600;
/** The server of the demo, as the one thing that tokens are for. */
const resource = {
  scope: '',
  audience: AUDIENCE,
  accessTokenFormat: 'jwt',
  accessTokenTTL: TOKEN_S,
  jwt: { sign: { alg: 'ES256' } },
} as const;

export type ProviderOptions = Readonly<{
  issuer: string;
  jwks: JWKS;
  /** Where the browser comes back to after a login. */
  redirectUris: readonly string[];
  /** Signs the cookies of a login that is under way. */
  cookieKey: string;
}>;

/**
 * An issuer of the demo: everybody who is asked for is believed. It signs with a key of its own,
 * which no server trusts that is not started as a demo.
 */
export function demoProvider({ issuer, jwks, redirectUris, cookieKey }: ProviderOptions): Provider {
  const configuration: Configuration = {
    jwks,
    adapter: forgetfulStore(),
    clients: clientsOf(redirectUris),
    acrValues: [ACR],
    cookies: { keys: [cookieKey] },
    findAccount: (_context, person) => ({ accountId: person, claims: () => ({ sub: person }) }),
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: true, ...logoutPages },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => AUDIENCE,
        useGrantedResource: () => true,
        getResourceServerInfo: () => resource,
      },
    },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    // Whoever picked a persona has agreed to everything there is to agree to.
    loadExistingGrant: async ({ oidc }) => {
      const { account, client, provider } = oidc;
      const grant = new provider.Grant({
        ...(account && { accountId: account.accountId }),
        ...(client && { clientId: client.clientId }),
      });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
    pkce: { required: () => true },
    renderError: (context, { error }) => show(context, errorPage(error)),
    responseTypes: ['code'],
    extraTokenClaims: () => ({ acr: ACR, auth_time: Math.floor(Date.now() / 1_000) }),
    ttl: {
      AccessToken: TOKEN_S,
      Grant: TOKEN_S,
      IdToken: TOKEN_S,
      Interaction: 600,
      Session: TOKEN_S,
    },
  };
  const provider = new Provider(issuer, configuration);
  provider.registerGrantType(PERSONA_GRANT, personaToken, ['person']);
  return provider;
}

/** The server, whose people come with a browser, and the programs of the demo. */
function clientsOf(redirectUris: readonly string[]): NonNullable<Configuration['clients']> {
  return [
    {
      client_id: SERVER_CLIENT,
      token_endpoint_auth_method: 'none',
      redirect_uris: [...redirectUris],
      post_logout_redirect_uris: redirectUris.map((uri) => new URL('/', uri).href),
      default_acr_values: [ACR],
      require_auth_time: true,
      response_types: ['code'],
      grant_types: ['authorization_code'],
      id_token_signed_response_alg: 'ES256',
    },
    {
      client_id: PERSONA_CLIENT,
      token_endpoint_auth_method: 'none',
      redirect_uris: [],
      response_types: [],
      grant_types: [PERSONA_GRANT],
      id_token_signed_response_alg: 'ES256',
    },
  ];
}

/** A token for the persona that is named. */
async function personaToken(context: TokenEndpointGrantContext<{ person?: unknown }>) {
  const { provider, client, params } = context.oidc;
  const { person } = params;
  if (typeof person !== 'string' || !PERSON.test(person)) {
    context.status = 400;
    context.body = {
      error: 'invalid_request',
      error_description: 'Name a person of the demo: person=person-<uuid>.',
    };
    return;
  }
  const grant = new provider.Grant({ accountId: person, clientId: client.clientId });
  const token = new provider.AccessToken({
    ...{ accountId: person, client, gty: 'persona', scope: '' },
    grantId: await grant.save(),
  });
  token.resourceServer = new provider.ResourceServer(AUDIENCE, resource);
  context.body = {
    access_token: await token.save(),
    expires_in: token.expiration,
    token_type: 'Bearer',
  };
}
