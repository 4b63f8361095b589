import { describe, expect, it } from '@jest/globals';
import { Involvements } from '@tavolo/partners';
import type { PartnerId } from '@tavolo/partners';
import { TimedHouse } from '@tavolo/testing';
import { agreementId, inForce, inForceEvent, signedBy, stranger, town } from '../test/examples.js';
import type { AgreementState } from '../domain/agreement.state.js';
import type { AgreementCommand } from '../domain/asked.commands.js';
import type { AgreementEvent } from '../domain/facts.events.js';
import { agreements } from './aggregates.js';
import { StreamedAgreements } from './agreements.js';
import { StreamedBindingAgreements } from './binding-agreements.js';
import { partyInvolvement } from './involvement.process.js';

const id = agreementId(1);
const basis = [{ stream: 'involvement-1', revision: 0 }];

class Listed extends Involvements {
  readonly predecessors = new Map<PartnerId, PartnerId>();
  of(partner: PartnerId, category: string) {
    const before = this.predecessors.get(partner);
    if (category === 'partner') return Promise.resolve({ streams: before ? [before] : [], basis });
    return Promise.resolve({ streams: category === 'agreement' ? [id] : [], basis });
  }
}

type House = TimedHouse<AgreementState, AgreementCommand, AgreementEvent>;

describe('the agreements that bind a partner', () => {
  const binding = (
    { transactions }: Pick<House, 'transactions'>,
    partner = town,
    listed = new Listed(),
  ) => new StreamedBindingAgreements(listed, new StreamedAgreements(transactions)).of(partner);

  it('PA-4: are those in force, suspended ones too, that it is a party to', async () => {
    const house = new TimedHouse(agreements);
    await house.says(id, ...inForce.slice(0, -1));
    expect((await binding(house)).agreements).toStrictEqual([]);
    await house.says(id, inForceEvent);
    const bound = { agreements: [{ agreement: id, until: '2031-12-31' }] };
    const revision = inForce.length - 1;
    expect(await binding(house)).toStrictEqual({
      ...bound,
      basis: [...basis, { stream: id, revision }],
    });
    expect((await binding(house, stranger)).agreements).toStrictEqual([]);
    await house.says(id, { type: 'AgreementSuspended', data: { from: '2030-01-01' } });
    expect(await binding(house)).toMatchObject(bound);
    await house.says(id, { type: 'AgreementExpired', data: { endedOn: '2031-12-31' } });
    expect((await binding(house)).agreements).toStrictEqual([]);
  });

  it('PA-4, PA-9: are those of its predecessors too, though they are signed in their name', async () => {
    const house = new TimedHouse(agreements);
    await house.says(id, ...inForce);
    const listed = new Listed();
    expect((await binding(house, stranger, listed)).agreements).toStrictEqual([]);
    listed.predecessors.set(stranger, town);
    expect((await binding(house, stranger, listed)).agreements).toStrictEqual([
      { agreement: id, until: '2031-12-31' },
    ]);
  });

  it('PA-4: are listed with a party when it signs, and with all as they enter into force', () => {
    const of = (event: object) => ({ ...event, stream: id, revision: 0 }) as never;
    const listed = (event: object) =>
      (partyInvolvement.react(null, { kind: 'event', event: of(event) }).commands ?? []).map(
        ({ target, data }) => [target, data],
      );
    const at = (partner: string) => [partner.replace('partner', 'involvement'), { in: id }];
    expect(listed(signedBy(town))).toStrictEqual([at(town)]);
    expect(listed(inForceEvent)).toStrictEqual(
      (inForceEvent.data as { parties: string[] }).parties.map((party) => at(party)),
    );
    expect(partyInvolvement.keyOf(of({ type: 'AgreementRegistered', data: {} }))).toBeNull();
  });
});
