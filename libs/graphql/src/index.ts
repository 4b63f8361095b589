export {
  CommandInput,
  DocumentRefInput,
  EditInput,
  euro,
  Money,
  Node,
  Receipt,
  Refusal,
  RefusalDetail,
} from './common.types.js';
export { connectionOf, ForwardPageArgs, PageArgs, PageInfo } from './connection.js';
export type { Connection } from './connection.js';
export { AtMoment } from './context.js';
export type { At, Locale, RequestContext } from './context.js';
export { DeadlineInput, instantOf } from './deadline.input.js';
export { enumOf } from './enum-of.js';
export { AreIdsOf, IsIdOf } from './global-id.js';
export { momentsWhere } from './moments-where.js';
export { Mutations, notSignedIn, refusalOf, resultOf } from './mutations.js';
export type { CommandResult, Sent } from './mutations.js';
export { GraphqlTypesModule } from './graphql-types.module.js';
export { Nodes } from './nodes.js';
export { Person, personOf } from './person.type.js';
export { Reading } from './reading.js';
export type { FoundRows } from './reading.js';
export { SignatureLevelEnum } from './signature-level.enum.js';
export { SourceEnum } from './source.enum.js';
export * from './scalars/index.js';
