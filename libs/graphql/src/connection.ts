import type { Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsOptional, Length, Max, Min } from 'class-validator';
import type { At } from './context.js';

const PAGE_MAX = 100;

@ObjectType({ description: 'Where a page lies in its list (Relay).' })
export class PageInfo {
  @Field(() => Boolean, { description: 'There is more after it.' })
  readonly hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'There is more before it.' })
  readonly hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first edge.' })
  readonly startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last edge.' })
  readonly endCursor!: string | null;
}

/** One page of at most 100 from the start; a cursor keeps the moment of its first page. */
@ArgsType()
export class ForwardPageArgs {
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(PAGE_MAX)
  @Field(() => Int, { nullable: true, description: 'How many from the start; at most 100.' })
  readonly first?: number;

  @IsOptional()
  @Length(1, 500)
  @Field(() => String, { nullable: true, description: 'After this cursor.' })
  readonly after?: string;
}

/** One page of at most 100, from either end. */
@ArgsType()
export class PageArgs extends ForwardPageArgs {
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(PAGE_MAX)
  @Field(() => Int, { nullable: true, description: 'How many from the end; at most 100.' })
  readonly last?: number;

  @IsOptional()
  @Length(1, 500)
  @Field(() => String, { nullable: true, description: 'Before this cursor.' })
  readonly before?: string;
}

/** What a list field returns for the connection type of its node. */
export interface Connection<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: At<T> }[];
  readonly pageInfo: PageInfo;
  readonly totalCount: number;
}

/** The Relay connection type of an object type: `PartnerConnection`. Call it once per type. */
export function connectionOf<T extends object>(node: Type<T>): Type<Connection<T>> {
  @ObjectType(`${node.name}Edge`, { description: `A ${node.name} in a list, with its cursor.` })
  class Edge {
    @Field(() => String, { description: 'For `after` and `before`.' })
    readonly cursor!: string;

    @Field(() => node, { description: 'The object.' })
    readonly node!: At<T>;
  }

  @ObjectType(`${node.name}Connection`, { description: `A page of a list of ${node.name}.` })
  class NodeConnection implements Connection<T> {
    @Field(() => [Edge], { description: 'The page.' })
    readonly edges!: readonly Edge[];

    @Field(() => PageInfo, { description: 'Where the page lies.' })
    readonly pageInfo!: PageInfo;

    @Field(() => Int, { description: 'How many there are in the whole list.' })
    readonly totalCount!: number;
  }
  return NodeConnection;
}
