import { expect, it } from '@jest/globals';
import { someone, specificationFor } from '@tavolo/testing/specification';
import { instances, logNameIn, logNameOf } from './instance.js';

const given = specificationFor(instances.decider);
const data = {
  ...{ name: 'Regione', zone: 'Europe/Rome', demo: false },
  instance: '00000000-0000-4000-8000-00000000000a',
};
const founded = {
  type: 'InstanceFounded',
  data: { ...data, founder: someone.by.person, foundedAt: someone.at },
} as const;

it('X-11: an instance is founded once, by whoever administers it', () => {
  given().when({ type: 'FoundInstance', data }).then(founded);
  given(founded)
    .when({ type: 'FoundInstance', data: { ...data, name: 'Un’altra' } })
    .thenRefused('AlreadyFounded');
});

it('has a log of its own name, and that of a demo says so', () => {
  expect(logNameOf(data)).toBe('tavolo/00000000-0000-4000-8000-00000000000a');
  expect(logNameOf({ ...data, demo: true })).toBe(`${logNameOf(data)}/demo`);
});

it('has a log that is named by its first event, and by no other', () => {
  expect(logNameIn(founded)).toBe(logNameOf(data));
  const ofDemo = { ...founded, data: { ...founded.data, demo: true } };
  expect(logNameIn(ofDemo)).toBe(`${logNameOf(data)}/demo`);
  expect(logNameIn({ ...founded, type: 'PartnerRegistered' })).toBeNull();
  expect(logNameIn({ ...founded, data: { name: 'Regione' } })).toBeNull();
});
