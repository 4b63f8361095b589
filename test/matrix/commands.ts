import { Realm } from '@tavolo/access';
import type { Act } from '@tavolo/access';
import { CommandGateway } from '@tavolo/command';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getNamedType } from 'graphql';
import type { GraphQLInputObjectType } from 'graphql';
import type { WalkedServer } from '../walked-server.js';

const otherwiseNamed: Readonly<Record<string, string>> = {
  objectToRoute: 'ProposeDecision',
  sendRouteBack: 'ProposeDecision',
};

/** A mutation that is a command, with what the tables say that it is. */
export type Command = Readonly<{
  name: string;
  category: string;
  act: Act;
  founds: boolean;
  input: GraphQLInputObjectType;
}>;

/** Every mutation that is a command. */
export function commandsOf({ app }: Pick<WalkedServer, 'app'>): readonly Command[] {
  const fields = app.get(GraphQLSchemaHost).schema.getMutationType()?.getFields() ?? {};
  return Object.entries(fields).flatMap(([name, { args }]) => {
    const type = otherwiseNamed[name] ?? `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    const [found] = app.get(Realm).actsNamed(type);
    const [arg] = args;
    if (!found || !arg) return [];
    const founds = app.get(CommandGateway).founds({ aggregate: found.category, type });
    return [{ name, ...found, founds, input: getNamedType(arg.type) as GraphQLInputObjectType }];
  });
}
