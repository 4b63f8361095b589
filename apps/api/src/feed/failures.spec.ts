import { status } from '@grpc/grpc-js';
import { describe, expect, it } from '@jest/globals';
import { BadToken } from '@tavolo/access';
import { START, StoreUnavailable } from '@tavolo/event-store';
import { PrivateStoreUnavailable } from '@tavolo/private-store';
import { NotYet } from '@tavolo/projection';
import { loginError } from '../graphql/errors.js';
import { BadAsk, failureOf } from './failures.js';

describe('how a call of the feed ends that failed', () => {
  const nowhere = { ordinal: 0, position: START, eventId: null, recordedAt: null };
  const failures = {
    'the log': [new StoreUnavailable('x'), status.UNAVAILABLE, /log cannot be reached/],
    'the private store': [new PrivateStoreUnavailable('x'), status.UNAVAILABLE, /Names, texts/],
    'the read model': [new NotYet(nowhere), status.UNAVAILABLE, /not read that far/],
    'a login': [loginError(new BadToken('x'), 'en'), status.UNAUTHENTICATED, /sign in again/],
    'what was asked': [new BadAsk(3, 'Sì.', 'Yes.'), status.INVALID_ARGUMENT, /^Yes\.$/],
  } as const;
  it.each(Object.entries(failures))(
    'for %s: with the code of gRPC and what to do',
    (_, failure) => {
      const [error, code, sentence] = failure;
      expect(failureOf(error, 'en')).toEqual({ code, details: expect.stringMatching(sentence) });
    },
  );

  it('speaks the language of the caller', () => {
    expect(failureOf(new StoreUnavailable('x'), 'it').details).toMatch(/registro/);
  });
});
