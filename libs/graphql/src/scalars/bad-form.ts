import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import type { ValueNode } from 'graphql';

/** A value of bad form: a plain sentence in both languages, saying what to write. */
export class BadForm extends Error {
  constructor(
    readonly it: string,
    readonly en: string,
  ) {
    super(en);
  }
}

interface ScalarOf<T> {
  readonly name: string;
  readonly description: string;
  /** @throws BadForm */
  readonly parse: (value: unknown) => T;
  /** What the schema gives out; the value itself by default. */
  readonly serialize?: (value: unknown) => unknown;
}

/** A scalar whose bad values are refused with `BAD_USER_INPUT` and a sentence. */
export function scalarOf<T>({ name, description, parse, serialize }: ScalarOf<T>) {
  const checked = (value: unknown, literal?: ValueNode): T => {
    try {
      return parse(value);
    } catch (error) {
      throw error instanceof BadForm ? asGraphql(error, undefined, literal) : error;
    }
  };
  return new GraphQLScalarType<T, unknown>({
    name,
    description,
    serialize: serialize ?? ((value) => value),
    parseValue: (value) => checked(value),
    parseLiteral: (node) => checked(literalOf(node), node),
  });
}

/**
 * The error that a client sees for a value of bad form: with the path of its field, where that is
 * known, or with the literal that was written in the document.
 */
export function asGraphql({ it, en }: BadForm, path?: string, literal?: ValueNode): GraphQLError {
  const fields = path === undefined ? {} : { fields: [{ path, it, en }] };
  return new GraphQLError(en, {
    ...(literal && { nodes: literal }),
    extensions: { code: 'BAD_USER_INPUT', it, ...fields },
  });
}

function literalOf(node: ValueNode): unknown {
  switch (node.kind) {
    case Kind.STRING:
      return node.value;
    case Kind.INT:
      return Number(node.value);
    default:
      return null; // No scalar of ours takes a literal of another kind, `1.0` for one included.
  }
}
