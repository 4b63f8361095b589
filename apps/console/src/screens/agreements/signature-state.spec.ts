import { describe, expect, it } from '@jest/globals';
import { isMoveOf, matrixRows, signatureState, signaturesDue } from './signature-state.ts';
import type { Agreement, Version } from './signature-state.ts';

type PartyOf = Version['parties'][number];
const party = (id: string, about: Partial<PartyOf> = {}): PartyOf => ({
  ...{ role: 'PARTNER', joining: false, leaving: false, share: { cents: '100' } },
  ...{ approval: null, signature: null, signedElsewhere: null, refusal: null, reminder: null },
  partner: { id, name: id.toUpperCase() },
  ...about,
});
const signature = (textSha256 = 'text') => ({
  ...{ signedOn: '2030-01-02', level: 'DIGITAL' as const, textSha256, container: null },
  ...{ report: null, signatory: { id: 'person-1', name: 'Zoe Esempio' } },
});
const version = (parties: readonly PartyOf[], about: Partial<Version> = {}): Version => ({
  ...{ id: 'founding', amendment: null, number: null, amends: null, textSha256: 'text' },
  ...{ status: 'PARTIALLY_SIGNED', textMediaType: 'application/json', openedOn: '2030-01-01' },
  ...{ from: null, before: null, change: null, registration: null, parties: [...parties] },
  ...about,
});
const kindOf = (one: Version, partner = 'a') => signatureState(one, partner).kind;

describe('a cell of the signature matrix', () => {
  it('says of each party what became of its signature', () => {
    const refusal = { refusedOn: '2030-01-03', statement: 'statement' };
    expect(kindOf(version([party('a')]))).toBe('awaited');
    const approval = { act: 'act', date: '2030-01-01', body: 'Giunta' };
    expect(kindOf(version([party('a', { approval })]))).toBe('approved');
    expect(signatureState(version([party('a', { signature: signature() })]), 'a')).toStrictEqual({
      ...{ kind: 'signed', day: '2030-01-02', level: 'DIGITAL', by: 'Zoe Esempio' },
    });
    expect(kindOf(version([party('a', { refusal })]))).toBe('refused');
    expect(kindOf(version([party('b')]))).toBe('not-due');
  });

  it('shows both hashes where another text was signed', () => {
    const other = version([party('a', { signature: signature('other') })]);
    expect(signatureState(other, 'a')).toStrictEqual({
      ...{ kind: 'other-text', signed: 'other', current: 'text' },
    });
  });

  it('awaits nothing of a text that is not open for signature, or was given up', () => {
    expect(kindOf(version([party('a')], { openedOn: null, status: 'DRAFTED' }))).toBe('not-open');
    expect(kindOf(version([party('a')], { status: 'WITHDRAWN' }))).toBe('not-due');
  });

  it('A-11: awaits the signature of who leaves by an amendment', () => {
    expect(kindOf(version([party('a', { leaving: true })]))).toBe('awaited');
  });
});

describe('the rows of the signature matrix', () => {
  const parties = [
    { id: '1', role: 'LEAD', partner: { id: 'a', name: 'A' }, share: { cents: '5' } },
  ] as unknown as Agreement['parties'];
  it('are the parties of today, then those of other versions', () => {
    const versions = [
      version([party('a'), party('gone')], { number: 1 }),
      version([party('a'), party('new', { joining: true })], { id: 'am', amends: 1 }),
    ];
    expect(matrixRows({ parties, versions }).map(({ key, isFormer }) => [key, isFormer])).toEqual([
      ['a', false],
      ['gone', true],
      ['new', false],
    ]);
  });
});

describe('who may be reminded', () => {
  it('is who owes a signature on an open text, and has neither given nor refused it', () => {
    const refusal = { refusedOn: '2030-01-03', statement: 'statement' };
    const versions = [
      version([
        ...[party('signed', { signature: signature() }), party('refused', { refusal })],
        party('late'),
      ]),
      version([party('later')], { id: 'am', amendment: 'am', status: 'DRAFTED', openedOn: null }),
    ];
    expect(signaturesDue({ versions }).map((due) => due.party)).toStrictEqual(['late']);
    expect(
      signaturesDue({ versions: [version([party('a')], { status: 'FULLY_SIGNED' })] }),
    ).toEqual([]);
  });

  it('A-11: is told by the version that a move is about', () => {
    const [founding, amendment] = [version([]), version([], { amendment: 'am-1', amends: 1 })];
    const both = [founding, amendment];
    expect(isMoveOf('agreement-1!signAgreement!partner-1', founding, both)).toBe(true);
    expect(isMoveOf('agreement-1!signAgreement!am-1!partner-1', founding, both)).toBe(false);
    expect(isMoveOf('agreement-1!signAgreement!am-1!partner-1', amendment, both)).toBe(true);
  });
});
