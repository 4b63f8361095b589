import { Kind, parse } from 'graphql';
import type { DefinitionNode, FieldDefinitionNode, TypeNode } from 'graphql';

/** What a document of a mutation needs to know of it. */
export interface MutationShape {
  /** Name of the type of its input. */
  readonly input: string;
  /** Name of what it answers when it is not refused. */
  readonly payload: string;
  /** It edits content, and so names the revision seen. */
  readonly isEdit: boolean;
}

/** Every mutation of a schema, by its name. */
export function mutationsIn(schema: string): ReadonlyMap<string, MutationShape> {
  const types = new Map(parse(schema, { noLocation: true }).definitions.map(named));
  const shapeOf = ({ arguments: [input] = [], type }: FieldDefinitionNode): MutationShape => {
    const of = input ? nameOf(input.type) : '';
    const fields = types.get(of);
    const isEdit =
      fields?.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION &&
      fields.fields?.some(({ name }) => name.value === 'seenRevision') === true;
    return { input: of, payload: payloadOf(types.get(nameOf(type))), isEdit };
  };
  const mutation = types.get('Mutation');
  const fields = mutation?.kind === Kind.OBJECT_TYPE_DEFINITION ? (mutation.fields ?? []) : [];
  return new Map(fields.map((field) => [field.name.value, shapeOf(field)]));
}

function named(definition: DefinitionNode): readonly [string, DefinitionNode] {
  const name = 'name' in definition ? definition.name : undefined;
  return [name?.value ?? '', definition];
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}

function payloadOf(type: DefinitionNode | undefined): string {
  if (type?.kind !== Kind.UNION_TYPE_DEFINITION) return '';
  return type.types?.find(({ name }) => name.value !== 'Refusal')?.name.value ?? '';
}
