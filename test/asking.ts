import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { bearer } from './identity.js';

/** What GraphQL answered over HTTP, with its status. */
export interface Asked {
  readonly status: number;
  /** Seconds after which it is worth asking again. */
  readonly retryAfter?: string | undefined;
  readonly extensions?: Readonly<Record<string, unknown>>;
  readonly data?: Record<string, Record<string, unknown>> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: Record<string, unknown>;
  }[];
}

export type Ask = (
  query: string,
  variables?: object,
  headers?: Record<string, string>,
) => Promise<Asked>;

/** Somebody who may read and holds no mandate. */
export const READER = 'person-00000000-0000-4000-8000-00000000000a';

/**
 * Asks a server of this process, through the whole HTTP stack, in English: as `reader`, where the
 * headers do not say who asks; as nobody without one.
 */
export function askerOf(app: NestFastifyApplication, reader: string | null = READER): Ask {
  return async (query, variables = {}, headers = {}) => {
    const login = reader === null ? {} : await bearer(reader);
    const response = await app.inject({
      ...{ method: 'POST', url: '/graphql', payload: { query, variables } },
      headers: { 'accept-language': 'en', ...login, ...headers },
    });
    const { statusCode: status, headers: said } = response;
    const retryAfter = said['retry-after']?.toString();
    return { ...response.json<Omit<Asked, 'status'>>(), status, retryAfter };
  };
}

/** The headers under which the founder acts. */
export async function founderOf(ask: Ask): Promise<Record<string, string>> {
  const { data } = await ask('{ instance { founder { id } founderMandate } }');
  const { founder, founderMandate } = data?.instance as {
    readonly founder: { readonly id: string };
    readonly founderMandate: string;
  };
  return { ...(await bearer(founder.id)), 'tavolo-mandate': founderMandate };
}
