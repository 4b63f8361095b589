import type { Instant, LocalDate, PersonRef } from '@tavolo/kernel';
import { someone, specificationFor } from '@tavolo/testing/specification';
import { describe, it } from '@jest/globals';
import { programme } from './programme.js';

const given = specificationFor(programme);
const at = '2014-06-01T09:00:00.000Z' as Instant;
const other = 'person-00000000-0000-4000-8000-000000000002' as PersonRef;
const terms = { title: 'FAMI', fund: 'FAMI 2014-2020', period: '2014-2020' } as const;
const defined = {
  type: 'ProgrammeDefined',
  data: { ...terms, definedBy: other, definedAt: at },
} as const;
const act = { act: 'Decisione C(2015) 5343', adoptedOn: '2015-08-03' as LocalDate };
const adopted = { type: 'ProgrammeAdopted', data: { ...act, adoptedAt: someone.at } } as const;
const adopt = (changes: Partial<typeof act> = {}) =>
  ({ type: 'AdoptProgramme', data: { ...act, ...changes } }) as const;

describe('a programme', () => {
  it('X-11: is defined', () =>
    given()
      .when({ type: 'DefineProgramme', data: terms, at, by: { ...someone.by, person: other } })
      .then(defined));
  it('X-11: is adopted by an act', () => given(defined).when(adopt()).then(adopted));
  it('X-5: is not adopted by whoever defined it', () =>
    given(defined)
      .when({ ...adopt(), by: { ...someone.by, person: other } })
      .thenRefused('OwnProposal'));
  it('X-2: is not adopted by an act of tomorrow', () =>
    given(defined)
      .when(adopt({ adoptedOn: '2030-01-02' as LocalDate }))
      .thenRefused('AdoptedInFuture'));
  it('X-11: is adopted once', () =>
    given(defined, adopted).when(adopt()).thenRefused('AlreadyAdopted'));
});
