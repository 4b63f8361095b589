import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import fc from 'fast-check';
import { GraphQLError, parseValue } from 'graphql';
import {
  Cents,
  centsFrom,
  Instant,
  instantFrom,
  LocalDate,
  localDateFrom,
  PartialDate,
  partialDateFrom,
  resolveDeadline,
  Sha256,
  sha256From,
} from './index.js';

const zone = 'Europe/Rome';

describe('scalars', () => {
  it.each(['2026-02-31', '2026-13-01', '2026-1-1', '31/12/2026', '', 20260101, null])(
    'refuse %p as a day',
    (value) => {
      expect(() => localDateFrom(value)).toThrow('no day that exists');
    },
  );
  it('take every day that exists, and give it out as it came', () => {
    const days = fc.integer({ min: 0, max: 365 * 8_000 });
    fc.assert(
      fc.property(days, (n) => {
        const day = Temporal.PlainDate.from('0001-01-01').add({ days: n }).toString();
        expect(LocalDate.serialize(localDateFrom(day))).toBe(day);
        for (const length of [4, 7, 10]) {
          const part = day.slice(0, length);
          expect(PartialDate.serialize(partialDateFrom(part))).toBe(part);
        }
      }),
    );
  });
  it.each(['2026', '2026-02', '2026-02-28'])('take %p as exact as it is', (value) => {
    expect(partialDateFrom(value)).toBe(value);
  });
  it.each(['2026-00', '2026-13', '2026-02-30', '26', '2026-'])('refuse %p as a date', (value) => {
    expect(() => partialDateFrom(value)).toThrow('no date');
  });
  it('give an instant in UTC, whatever its offset', () => {
    expect(instantFrom('2026-03-29T10:00:00+02:00')).toBe('2026-03-29T08:00:00.000Z');
    fc.assert(
      fc.property(
        fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          expect(instantFrom(date.toISOString())).toBe(date.toISOString());
        },
      ),
    );
  });
  it.each([
    '2026-03-29',
    '2026-03-29T10:00:00',
    '2026-02-30T10:00:00Z',
    '2026-03-29T25:00:00Z',
    '2026-03-29T10:00:00+25:00',
    '2026-03-29T10:00:00Z[Europe/Rome]',
  ])('refuse %p as an instant', (value) => {
    expect(() => instantFrom(value)).toThrow('no instant');
  });
  it('refuse an instant whose year in UTC has no four digits: text order is time order', () => {
    expect(() => instantFrom('9999-12-31T23:30:00-01:00')).toThrow('no instant');
    expect(() => instantFrom('0000-01-01T00:30:00+01:00')).toThrow('no instant');
    expect(instantFrom('9999-12-31T22:30:00-01:00')).toBe('9999-12-31T23:30:00.000Z');
  });
  it.each([1.5, -1, '-1', '1.5', '1e3', 2 ** 53, '', null, Number.NaN])(
    'X-10: refuse %p as cents',
    (value) => {
      expect(() => centsFrom(value)).toThrow('integer number of cents');
    },
  );
  it('X-10: take cents as a number or as digits, and give them out as text', () => {
    fc.assert(
      fc.property(fc.nat(Number.MAX_SAFE_INTEGER), (cents) => {
        expect(centsFrom(cents)).toBe(cents);
        expect(centsFrom(Cents.serialize(cents))).toBe(cents);
      }),
    );
  });
  it('X-10: write zero in one way', () => {
    expect(Object.is(centsFrom(-0), 0)).toBe(true);
  });
  it('take 64 hexadecimal digits as a hash and nothing else', () => {
    expect(sha256From('a'.repeat(64))).toBe('a'.repeat(64));
    expect(() => sha256From('A'.repeat(64))).toThrow('64 lower-case');
    expect(() => sha256From('a'.repeat(63))).toThrow('64 lower-case');
    expect(() => sha256From(7)).toThrow('64 lower-case');
  });
});

describe('a scalar in the schema', () => {
  const literal = (scalar: typeof Cents, text: string): unknown =>
    scalar.parseLiteral(parseValue(text));

  it.each([Cents, Instant, LocalDate, PartialDate, Sha256])(
    'is described with its Italian term, and refuses with a sentence in both: %s',
    (scalar) => {
      expect(scalar.description).toMatch(/\([a-z ]+\)\.$/);
      const refused = thrownBy(() => scalar.parseValue('no such thing'));
      expect(refused).toBeInstanceOf(GraphQLError);
      expect(refused).toMatchObject({
        message: expect.stringMatching(/^\S+ .+ \S+$/),
        extensions: { code: 'BAD_USER_INPUT', it: expect.stringMatching(/^\S+ .+ \S+$/) },
      });
    },
  );
  it('is read from a literal as from a variable', () => {
    expect(literal(Cents, '125050')).toBe(125_050);
    expect(literal(Cents, '"125050"')).toBe(125_050);
    expect(LocalDate.parseLiteral(parseValue('"2026-02-28"'))).toBe('2026-02-28');
  });
  it.each(['1.0', '1e2', '-1', '9007199254740993', 'true', '[1]', '{a: 1}', 'null'])(
    'X-10: refuses the literal %s as cents',
    (text) => {
      expect(() => literal(Cents, text)).toThrow('integer number of cents');
    },
  );
});

describe('a local deadline', () => {
  it('is an instant', () => {
    expect(resolveDeadline({ local: '2016-09-15T16:00', zone })).toBe('2016-09-15T14:00:00.000Z');
  });
  it('is refused in the hour that the zone skips in spring, and taken beside it', () => {
    expect(() => resolveDeadline({ local: '2026-03-29T02:30', zone })).toThrow('skips it');
    expect(resolveDeadline({ local: '2026-03-29T03:00', zone })).toBe('2026-03-29T01:00:00.000Z');
  });
  it('is refused in the hour that comes twice, unless its offset says which', () => {
    const local = '2026-10-25T02:30';
    expect(() => resolveDeadline({ local, zone })).toThrow('comes twice');
    expect(resolveDeadline({ local, zone, offset: '+02:00' })).toBe('2026-10-25T00:30:00.000Z');
    expect(resolveDeadline({ local, zone, offset: '+01:00' })).toBe('2026-10-25T01:30:00.000Z');
  });
  it('is refused with an offset that its place does not have then', () => {
    const local = '2026-07-01T12:00';
    expect(() => resolveDeadline({ local, zone, offset: '+01:00' })).toThrow('it is at +02:00');
  });
  it.each(['2026-02-30T12:00', '2026-02-03', '2026-02-03T12:00+01:00', '2026-02-03T25:00', 'x'])(
    'is refused where it is no date and time that exist: %s',
    (local) => {
      expect(() => resolveDeadline({ local, zone })).toThrow('that exist');
    },
  );
  it.each(['Europe/Roma', '', '+01:00', '2026-02-03T12:00+01:00[Europe/Rome]'])(
    'is refused in %p, which is no name of a zone',
    (name) => {
      expect(() => resolveDeadline({ local: '2026-02-03T12:00', zone: name })).toThrow('zone');
    },
  );
  it('is refused where its year in UTC has no four digits', () => {
    const local = '9999-12-31T23:30';
    expect(() => resolveDeadline({ local, zone: 'America/New_York' })).toThrow('that exist');
    expect(resolveDeadline({ local, zone })).toBe('9999-12-31T22:30:00.000Z');
  });
  it('finds every instant again by its time and offset in its zone', () => {
    const minutes = fc.integer({ min: 25_000_000, max: 40_000_000 });
    const zones = fc.constantFrom('Europe/Rome', 'America/New_York', 'Asia/Kathmandu', 'UTC');
    fc.assert(
      fc.property(minutes, zones, (minute, name) => {
        const there = Temporal.Instant.fromEpochMilliseconds(minute * 60_000).toZonedDateTimeISO(
          name,
        );
        const local = there.toPlainDateTime().toString({ smallestUnit: 'minute' });
        const found = resolveDeadline({ local, zone: name, offset: there.offset });
        expect(Date.parse(found)).toBe(there.epochMilliseconds);
      }),
    );
  });
});

function thrownBy(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
