import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@tavolo/event-store';
import type { Writer } from '@tavolo/projection';
import { partnerEventTypes } from '../domain/partner.events.js';
import type { PartnerEvent } from '../domain/partner.events.js';
import { partner } from '../domain/partner.js';
import { partnerProjection } from './partner.projection.js';
import type { PartnerRow } from './partner.projection.js';

const all = JSON.parse(
  readFileSync(new URL('../domain/samples.json', import.meta.url), 'utf8'),
) as readonly PartnerEvent[];
const samples = all.filter(({ type }) => partnerEventTypes.includes(type)) as [
  ...[PartnerEvent, PartnerEvent],
  ...PartnerEvent[],
];
const stream = 'partner-00000000-0000-4000-8000-000000000001';

function projected(events: readonly { readonly type: string; readonly data: object }[]) {
  let row: PartnerRow | null = null;
  const writer = {
    get: () => row,
    put: (_: unknown, next: PartnerRow) => (row = next),
  } as unknown as Writer;
  events.forEach((event, revision) => {
    const recorded = { ...event, stream, revision, schema: 1 };
    partnerProjection.apply(recorded as unknown as RecordedEvent, writer);
  });
  return row as PartnerRow | null;
}

describe('the row of a partner', () => {
  it('is in the state of the decider after every fact', () => {
    samples.forEach((_, last) => {
      const events = samples.slice(0, last + 1);
      const state = events.reduce<typeof partner.initial>(partner.evolve, partner.initial);
      const row = projected(events);
      expect(row).toMatchObject({
        status: state.status,
        revision: last,
        eligibleUntil: state.eligibleUntil,
        evidenceUntil: state.evidence?.until ?? null,
      });
      expect(row?.representations.map(({ id, until }) => [id, until])).toStrictEqual(
        state.powers.map(({ id, until }) => [id, until]),
      );
    });
  });

  it('shows identifiers by kind, the newest of each', () => {
    const record = (kind: string, value: string) =>
      ({ type: 'PartnerIdentifierRecorded', data: { kind, value } }) as const;
    const row = projected([
      samples[0],
      record('vat', '01199250158'),
      record('ipaCode', 'c_f205'),
      record('vat', '01199250159'),
    ]);
    expect(row?.identifiers).toStrictEqual([
      { kind: 'ipaCode', value: 'c_f205' },
      { kind: 'vat', value: '01199250159' },
    ]);
  });

  it('X-9: holds no HMAC of a tax code', () => {
    expect(JSON.stringify(projected(samples))).not.toContain('taxCodeHmac');
  });

  it('passes over a fact that it does not know, and one of a partner it has not seen', () => {
    const unknown = { type: 'PartnerRenumbered', data: {} };
    expect(projected([samples[0], unknown])).toMatchObject({ revision: 1 });
    expect(projected([samples[1]])).toBeNull();
  });
});
