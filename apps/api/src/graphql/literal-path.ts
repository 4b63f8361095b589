import { BREAK, GraphQLError, Kind, parse, visit } from 'graphql';
import type { ASTNode } from 'graphql';

/**
 * Where in the arguments of its field a literal stands of which an error speaks, `moment.at`;
 * empty where the error speaks of none. graphql-js gives the node and not what it stands in.
 */
export function pathOfLiteral(error: unknown): string {
  const literal = error instanceof GraphQLError ? error.nodes?.[0] : undefined;
  if (!literal?.loc) return '';
  const names: string[] = [];
  visit(parse(literal.loc.source), {
    enter(node) {
      if (isSame(node, literal)) return BREAK;
      if (isNamed(node)) names.push(node.name.value);
      return undefined;
    },
    leave(node) {
      if (isNamed(node)) names.pop();
    },
  });
  return names.join('.');
}

function isNamed(node: ASTNode) {
  return node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD;
}

function isSame({ kind, loc }: ASTNode, other: ASTNode): boolean {
  return kind === other.kind && loc?.start === other.loc?.start;
}
