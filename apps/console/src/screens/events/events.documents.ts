import { FactsOfEvent } from '../../data/event-facts.documents.ts';
import { graphql } from '../../data/graphql.ts';

/** What a list and a page tell of an event. */
export const ToldEvent = graphql(`
  fragment ToldEvent on Event {
    id
    type
    schema
    stream
    revision
    position
    recordedAt
    causationId
    correlationId
    data
    actor {
      id
      name
    }
  }
`);

/** Events of the log, the newest first. */
export const LogEvents = graphql(
  `
    query LogEvents(
      $types: [String!]
      $object: ID
      $stream: ID
      $actor: ID
      $correlation: ID
      $recordedFrom: Instant
      $recordedBefore: Instant
      $first: Int
      $after: String
    ) {
      events(
        types: $types
        object: $object
        stream: $stream
        actor: $actor
        correlation: $correlation
        recordedFrom: $recordedFrom
        recordedBefore: $recordedBefore
        first: $first
        after: $after
      ) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...ToldEvent
          }
        }
      }
    }
  `,
  [ToldEvent],
);

/** How many came since one began to listen. */
export const EventsRecorded = graphql(`
  subscription EventsRecorded(
    $types: [String!]
    $object: ID
    $stream: ID
    $actor: ID
    $correlation: ID
    $recordedFrom: Instant
    $recordedBefore: Instant
  ) {
    eventsRecorded(
      types: $types
      object: $object
      stream: $stream
      actor: $actor
      correlation: $correlation
      recordedFrom: $recordedFrom
      recordedBefore: $recordedBefore
    )
  }
`);

/** One event, all that is recorded with it, and its neighbours. */
export const OneEvent = graphql(
  `
    query OneEvent($id: ID!) {
      event(id: $id) {
        previous
        next
        event {
          ...FactsOfEvent
          data
        }
      }
    }
  `,
  [FactsOfEvent],
);
