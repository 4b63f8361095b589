/** How far the door of this instance stands open. */
export interface Door {
  /**
   * Who sends no token reads everything: of invented data alone. Else they read what is published
   * (`anonymous.ts`). Nobody ever writes without a token.
   */
  readonly isReadByAll: boolean;
  /** The schema can be asked for with GraphQL itself; `GET /schema.graphql` gives it always. */
  readonly hasIntrospection: boolean;
}

/** A demo is there to be looked at; everything else shows what it must. */
export function doorOf({ demo }: { readonly demo: boolean }): Door {
  return { isReadByAll: demo, hasIntrospection: demo };
}
