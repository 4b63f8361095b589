import { describe, it } from '@jest/globals';
import { specificationFor } from '@tavolo/testing/specification';
import type { RouteDefinitionId, RouteId } from '../../contract/index.js';
import * as a from '../sitting.examples.js';
import { sitting } from '../sitting.js';

const given = specificationFor(sitting);
const within = {
  ...{ route: 'route-1' as RouteId, definition: 'routedefinition-1' as RouteDefinitionId },
  ...{ version: 2, round: 1, stage: 's1' },
};
const open = (more: object) =>
  ({
    type: 'OpenVote',
    data: {
      ...{ item: a.item, textSha256: a.text },
      grounds: {
        ...{ sitting: a.sittingId, roll: a.roll, plan: null },
        decision: { ...a.scheduled, ...more },
      },
    },
    at: a.start,
  }) as const;

describe('a vote within an approval route', () => {
  it('X-8: freezes the route with the version of its definition', () => {
    const plain = a.voteOpened();
    const { data } = plain;
    given(...a.inSession())
      .when(open({ route: within, leftByRoute: false }))
      .then({ type: 'VoteOpened', data: { ...data, route: { ...data.route, within } } });
    given(...a.inSession())
      .when(open({}))
      .then(plain);
  });
  it('X-8: is not opened once the route waits for the body no more', () => {
    given(...a.inSession())
      .when(open({ route: within, leftByRoute: true }))
      .thenRefused('LeftByRoute');
  });
});
