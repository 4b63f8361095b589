/**
 * What one request may ask for. A document of ours uses a fraction of each; none of them is a
 * setting, so that every instance can be relied on for the same.
 */
export const limits = {
  /** Bytes of a request with JSON, and of a message of a WebSocket: the longest text of a plan fits. */
  bodyBytes: 200_000,
  /** Words and signs of a document, counted while it is parsed. */
  tokens: 700,
  /** Texts, numbers, lists and objects among the variables: the longest list of lines of a plan fits. */
  values: 3_000,
  /** How deep they lie in each other. */
  valueDepth: 20,
  /** Fields within fields. */
  depth: 16,
  /** Other names for fields: the same field asked many times over. */
  aliases: 30,
  directives: 20,
  /** Uses of fragments, and selections in braces: the rules of GraphQL compare each with each. */
  spreads: 100,
  braces: 120,
  /** Objects that it may come to, by its page sizes (see `cost.ts`). */
  cost: 10_000,
  /** Fields that are looked at to reckon the cost, fragments each time they are used. */
  costNodes: 3_000,
  /** Objects of one page. */
  page: 100,
} as const;
