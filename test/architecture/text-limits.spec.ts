import { describe, expect, it } from '@jest/globals';
import { TEXT_MAX as inTheConsole } from '../../apps/console/src/screens/plans/drafting/wording.ts';
import { TEXT_MAX as onTheServer } from '../../libs/contexts/plans/adapters/graphql/plan.forms.js';

describe('the longest text of a section', () => {
  it('is the same where it is written and where it is taken', () => {
    expect(inTheConsole).toBe(onTheServer);
  });
});
