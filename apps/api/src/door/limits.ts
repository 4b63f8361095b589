/**
 * What one request may ask for. A document of ours uses a fraction of each; none of them is a
 * setting, so that every instance can be relied on for the same.
 */
export const limits = {
  /** Bytes of a request with JSON, and of a message of a WebSocket: the longest text of a plan fits. */
  bodyBytes: 200_000,
  /** Words and signs of a document, counted while it is parsed. */
  tokens: 2_000,
  /** Fields within fields. */
  depth: 16,
  /** Other names for fields: the same field asked many times over. */
  aliases: 30,
  directives: 20,
  /** Objects that it may come to, by its page sizes (see `cost.ts`). */
  cost: 10_000,
  /** Fields that are looked at to reckon the cost, fragments each time they are used. */
  costNodes: 3_000,
  /** Objects of one page. */
  page: 100,
} as const;
