import type { Sender } from '@tavolo/command';
import type { Moment } from '@tavolo/projection';
import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';

export type Locale = 'en' | 'it';

/** Of one GraphQL operation. `moment` is fixed before it runs, so every statement sees the same. */
export interface RequestContext {
  readonly moment: Moment;
  readonly locale: Locale;
  readonly requestId: string;
  /** Who acts, by their login, and under which mandate; null for who is not signed in. */
  readonly sender: Sender | null;
  /** Why they look, in their own words (header Tavolo-Reason); null where they did not say. */
  readonly reason: string | null;
  /** The session of the browser that asks; null for a program, and for who is not signed in. */
  readonly session: string | null;
  /** The schema's type of an id, for what is only known to be a Node. */
  readonly typeNameOf: (id: string) => string;
  /** DataLoaders of this operation, by table and column. */
  readonly loaders: Map<string, unknown>;
}

/** An object read at a moment carries it, unseen by the schema, to whatever is asked of it. */
export type At<T> = T & { readonly moment: Moment };

/** Parameter of a query or field: the moment it is to be read at, of the parent or of the request. */
export const AtMoment = createParamDecorator((_: unknown, context: ExecutionContext): Moment => {
  const graphql = GqlExecutionContext.create(context);
  const parent = graphql.getRoot<{ moment?: Moment } | undefined>();
  return parent?.moment ?? graphql.getContext<RequestContext>().moment;
});
