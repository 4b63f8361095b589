import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Adapter } from 'oidc-provider';
import { forgetfulStore } from './forgetful-store.js';

let nowMs: number;
let codes: Adapter;
let sessions: Adapter;

beforeEach(() => {
  nowMs = 1_000;
  const store = forgetfulStore(() => nowMs);
  [codes, sessions] = [store('AuthorizationCode'), store('Session')];
});

describe('what the issuer of a demo keeps', () => {
  it('is there until its time is over, and for its kind alone', async () => {
    await codes.upsert('a', { jti: 'a' }, 10);
    expect(await codes.find('a')).toStrictEqual({ jti: 'a' });
    expect(await sessions.find('a')).toBeUndefined();
    nowMs += 9_999;
    expect(await codes.find('a')).toBeDefined();
    nowMs += 1;
    expect(await codes.find('a')).toBeUndefined();
  });

  it('says of a code that it was used', async () => {
    await codes.upsert('a', {}, 10);
    await codes.consume('a');
    expect(await codes.find('a')).toStrictEqual({ consumed: 1 });
    await codes.consume('unknown');
  });

  it('is found by the name of a session, and not by another', async () => {
    await sessions.upsert('a', { uid: 'one' }, 10);
    await sessions.upsert('b', { uid: 'two' }, 10);
    expect(await sessions.findByUid('two')).toStrictEqual({ uid: 'two' });
    expect(await sessions.findByUid('three')).toBeUndefined();
    expect(await codes.findByUid('two')).toBeUndefined();
  });

  it('goes with its grant, or by itself, and nothing else with it', async () => {
    await codes.upsert('a', { grantId: 'g' }, 10);
    await codes.upsert('b', { grantId: 'h' }, 10);
    await codes.upsert('c', {}, 10);
    await codes.revokeByGrantId('g');
    await codes.destroy('c');
    const left = [await codes.find('a'), await codes.find('b'), await codes.find('c')];
    expect(left).toStrictEqual([undefined, { grantId: 'h' }, undefined]);
  });
});
