import { FactsOfEvent } from '../../data/event-facts.documents.ts';
import { graphql } from '../../data/graphql.ts';

/** What one event changes in the rows of one projection, and the events beside it. */
export const StepOfProjection = graphql(
  `
    query StepOfProjection($projection: String!, $event: ID) {
      projectionStep(projection: $projection, event: $event) {
        projection
        fate
        message
        eventsBefore
        eventsAfter
        first
        previous
        next
        last
        event {
          ...FactsOfEvent
          data
        }
        rows {
          table
          id
          kept
          asStored
          before
          after
          changes {
            path
            kind
            before
            after
          }
        }
      }
    }
  `,
  [FactsOfEvent],
);

/** The projections that can be gone through; none for who is no administrator. */
export const ProjectionNames = graphql(`
  query ProjectionNames {
    operations {
      projections {
        name
      }
    }
  }
`);
