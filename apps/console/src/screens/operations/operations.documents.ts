import { KeptOut } from '../../data/given.documents.ts';
import { graphql } from '../../data/graphql.ts';

/** A long work of the server. */
export const ToldJob = graphql(`
  fragment ToldJob on Job {
    id
    kind
    state
    startedAt
    endedAt
    done
    total
    rate
    etaSeconds
    cancelling
    swapped
    failure {
      projection
      position
      eventId
      message
    }
    startedBy {
      id
      name
    }
    tables {
      table
      same
      differing
      examples
    }
  }
`);

/** How the server is, and what it works on. */
export const TheMachine = graphql(
  `
    query TheMachine {
      operations {
        state
        position
        events
        projections {
          name
          version
        }
        lags {
          reader
          events
          seconds
        }
        queues {
          process
          open
        }
        passedOver {
          type
          schema
          firstPosition
          events
        }
        failure {
          projection
          position
          eventId
          message
        }
        lastRebuild {
          id
          startedAt
          endedAt
        }
        jobs {
          ...ToldJob
        }
      }
    }
  `,
  [ToldJob],
);

/** One job, asked again while it goes on. */
export const OneJob = graphql(
  `
    query OneJob($id: ID!) {
      job(id: $id) {
        ...ToldJob
      }
    }
  `,
  [ToldJob],
);

/** Builds the read model anew. */
export const StartRebuild = graphql(
  `
    mutation StartRebuild($input: StartRebuildInput!) {
      startRebuild(input: $input) {
        __typename
        ... on Job {
          ...ToldJob
        }
        ... on Refusal {
          ...KeptOut
        }
      }
    }
  `,
  [ToldJob, KeptOut],
);

/** Stops a job. */
export const CancelJob = graphql(
  `
    mutation CancelJob($input: CancelJobInput!) {
      cancelJob(input: $input) {
        __typename
        ... on Job {
          ...ToldJob
        }
        ... on Refusal {
          ...KeptOut
        }
      }
    }
  `,
  [ToldJob, KeptOut],
);
