import type { Uuid } from '@tavolo/event-store';
import type { Instant, Refusal } from '@tavolo/kernel';
import type { ProcessCommand, ProcessDefinition, ProcessEvent, Reaction } from '@tavolo/process';
import { describe, expect, it } from '@jest/globals';
import type { AgreementEvent } from '../domain/facts.events.js';
import { agreementId, asked, entry, frozen, frozenUnderParent } from '../test/examples.js';
import { otherAmendment } from '../test/examples.js';
import { fullySigned, parent, proposed, region, registered } from '../test/examples.js';
import { agreementRules } from '../domain/agreement.rules.js';
import { lifecycleRules } from '../domain/lifecycle.rules.js';
import { ledgerRules } from '../domain/ledger.rules.js';
import { completionProcess } from './completion.process.js';
import { protocolClaim } from './protocol-claim.js';
import { reservationProcess } from './reservation.process.js';

const id = agreementId(1);
const key = id.slice('agreement-'.length);
const ledger = parent.replace('agreement', 'ledger');

const factOf = ({ type, data }: AgreementEvent): ProcessEvent => ({
  ...{ stream: id, revision: 1, id: '00000000-0000-4000-8000-0000000000ff' as Uuid, schema: 1 },
  ...{ type, data: data, recordedAt: '2030-01-01T12:00:00.000Z' as Instant },
});

/** One instance of a process, told one thing after another. */
class Told<State> {
  state: State;
  constructor(private readonly definition: ProcessDefinition<State>) {
    this.state = definition.initial;
  }

  fact(event: AgreementEvent): Reaction<State> {
    return this.#after({ kind: 'event', event: factOf(event) });
  }

  granted(command: ProcessCommand): Reaction<State> {
    return this.#after({ kind: 'answer', command, outcome: 'accepted', result: {} });
  }

  refused(command: ProcessCommand, refusal: Refusal): Reaction<State> {
    return this.#after({ kind: 'answer', command, outcome: 'refused', refusal });
  }

  #after(input: Parameters<ProcessDefinition<State>['react']>[1]): Reaction<State> {
    const reaction = this.definition.react(this.state, input);
    this.state = reaction.state;
    return reaction;
  }
}

const only = (reaction: Reaction<unknown>): ProcessCommand => {
  const [command, ...more] = reaction.commands ?? [];
  if (!command || more.length > 0) throw new Error('one command was expected');
  return command;
};
const sentOf = (reaction: Reaction<unknown>) =>
  (reaction.commands ?? []).map(({ target, type, data }) => ({ target, type, data }));

describe('the reservation of a child’s amount', () => {
  const told = () => new Told(reservationProcess);
  const back: AgreementEvent = { type: 'AgreementChangesRequested', data: { frozenVersion: 1 } };
  const over = { ...ledgerRules.OverResidual, details: {} };
  const otherVersion = { ...agreementRules.OtherVersion, details: {} };
  const release = { target: ledger, type: 'ReleaseChild', data: { child: id, version: 1 } };

  it('A-8: takes up frozen texts of children and what is sent back, nothing else', () => {
    const draftBack: AgreementEvent = {
      type: 'AgreementChangesRequested',
      data: { frozenVersion: null },
    };
    const keys = [frozenUnderParent, back, frozen, draftBack, fullySigned].map((event) =>
      reservationProcess.keyOf(factOf(event)),
    );
    expect(keys).toStrictEqual([key, key, null, null, null]);
  });
  it('A-8: asks the ledger of the parent, and confirms what it grants', () => {
    const process = told();
    const reserve = process.fact(frozenUnderParent);
    const { totalCents, end } = frozenUnderParent.data as { totalCents: number; end: string };
    const data = { child: id, version: 1, cents: totalCents, end };
    expect(sentOf(reserve)).toStrictEqual([{ target: ledger, type: 'ReserveForChild', data }]);
    expect(sentOf(process.granted(only(reserve)))).toStrictEqual([
      { target: id, type: 'ConfirmReservation', data: { version: 1 } },
    ]);
  });
  it('A-8: denies with the rule what the ledger refuses, and gives nothing back', () => {
    const process = told();
    const deny = process.refused(only(process.fact(frozenUnderParent)), over);
    expect(sentOf(deny)).toStrictEqual([
      {
        ...{ target: id, type: 'DenyReservation' },
        data: { version: 1, rule: 'A-8', code: 'OverResidual' },
      },
    ]);
    expect(process.granted(only(deny)).waiting).toBeUndefined();
    expect(sentOf(process.fact(back))).toStrictEqual([]);
  });
  it('A-8: gives back once what was reserved for a text that is sent back', () => {
    const process = told();
    process.granted(only(process.fact(frozenUnderParent)));
    expect(sentOf(process.fact(back))).toStrictEqual([release]);
    expect(sentOf(process.fact(back))).toStrictEqual([]);
  });
  it('A-8: gives back at once when the text was sent back before the answer', () => {
    const process = told();
    const confirm = process.granted(only(process.fact(frozenUnderParent)));
    expect(sentOf(process.refused(only(confirm), otherVersion))).toStrictEqual([release]);
    expect(sentOf(process.fact(back))).toStrictEqual([]);
  });
  it('A-8: an amendment that took no amount gives none back when it is withdrawn', () => {
    const process = told();
    process.granted(only(process.fact(frozenUnderParent)));
    const given = { amendment: otherAmendment, frozenVersion: 2 };
    const withdrawn: AgreementEvent = { type: 'AmendmentWithdrawn', data: given };
    expect(sentOf(process.fact(withdrawn))).toStrictEqual([]);
    expect(sentOf(process.fact(back))).toStrictEqual([release]);
  });
  it('A-8: a closed child is settled, held or not', () => {
    const process = told();
    process.granted(only(process.fact(frozenUnderParent)));
    const data = { closedOn: '2032-01-01', settledCents: 5 };
    const closed = { type: 'AgreementClosed', data } as AgreementEvent;
    const settle = process.fact(closed);
    expect(sentOf(settle)).toStrictEqual([
      { target: ledger, type: 'SettleChild', data: { child: id, cents: 5 } },
    ]);
    const nothing = { ...ledgerRules.NothingReserved, details: {} };
    expect(process.refused(only(settle), nothing).done).toBe(true);
    expect(told().fact(closed)).toMatchObject({ done: true });
  });
  it('A-8: a denial that comes too late waits for the next text', () => {
    const process = told();
    const deny = process.refused(only(process.fact(frozenUnderParent)), over);
    expect(process.refused(only(deny), otherVersion).waiting?.why.en).toMatch(/frozen anew/);
  });
});

describe('the way into force', () => {
  const told = () => new Told(completionProcess);
  const claim = { target: protocolClaim(entry), type: 'Claim' };
  const holder = { holder: id, kind: 'protocol' };
  const taken = { ...agreementRules.ProtocolNumberTaken, details: {} };
  const open = { ...agreementRules.ConditionsOpen, details: {} };
  const over = { ...agreementRules.TermOver, details: {} };
  const force = { target: id, type: 'BringIntoForce', data: {} };
  const met: AgreementEvent = { type: 'PrecedentConditionMet', data: {} } as AgreementEvent;
  const denied: AgreementEvent = {
    type: 'AgreementRegistrationDenied',
    data: { ...entry, rule: 'A-7', code: 'ProtocolNumberTaken' },
  };

  it('asks for a number after the last signature, and waits in the inbox of the party', () => {
    const process = told();
    expect(sentOf(process.fact(fullySigned))).toStrictEqual([
      { target: id, type: 'AskRegistration', data: {} },
    ]);
    expect(process.fact(asked).waiting).toMatchObject({ owner: region });
  });
  it('A-7: registers once the number is claimed', () => {
    const process = told();
    process.fact(fullySigned);
    const claiming = process.fact(proposed);
    expect(sentOf(claiming)).toStrictEqual([{ ...claim, data: holder }]);
    expect(sentOf(process.granted(only(claiming)))).toStrictEqual([
      { target: id, type: 'ConfirmRegistration', data: entry },
    ]);
  });
  it('A-7: denies a number that another holds, and waits for the next', () => {
    const process = told();
    process.fact(asked);
    const deny = process.refused(only(process.fact(proposed)), taken);
    expect(sentOf(deny)).toStrictEqual([
      {
        ...{ target: id, type: 'DenyRegistration' },
        data: { ...entry, rule: 'A-7', code: 'ProtocolNumberTaken' },
      },
    ]);
    expect(process.fact(denied).waiting).toMatchObject({ owner: region });
  });
  it('does not wait for a number that came before it was asked for', () => {
    const process = told();
    process.fact(proposed);
    expect(process.fact(asked).waiting).toBeUndefined();
  });
  it('A-6: brings into force what is registered, and ends there', () => {
    const process = told();
    const bring = process.fact(registered);
    expect(sentOf(bring)).toStrictEqual([force]);
    expect(process.granted(only(bring)).commands).toBeUndefined();
    const inForce = { type: 'AgreementEnteredIntoForce', data: {} } as AgreementEvent;
    expect(process.fact(inForce).done).toBe(true);
  });
  it('A-6: waits while a condition is open, and tries again when one is met', () => {
    const process = told();
    expect(sentOf(process.fact(met))).toStrictEqual([]);
    process.fact(asked);
    const bring = process.fact(registered);
    expect(process.refused(only(bring), open).waiting).toMatchObject({ owner: region });
    expect(sentOf(process.fact(met))).toStrictEqual([force]);
  });
  it('A-7: waits for the publication, and tries again when it is recorded', () => {
    const process = told();
    const missing = { ...lifecycleRules.PublicationMissing, details: {} };
    const published = { type: 'AgreementPublished', data: {} } as AgreementEvent;
    expect(sentOf(process.fact(published))).toStrictEqual([]);
    process.fact(asked);
    const bring = process.fact(registered);
    expect(process.refused(only(bring), missing).waiting?.why.en).toMatch(/publication/);
    expect(sentOf(process.fact(published))).toStrictEqual([force]);
  });
  it('A-1: begins again when a signature is void, and ends with what is given up', () => {
    const process = told();
    process.fact(asked);
    process.fact(registered);
    const voided = { type: 'SignatureInvalidated', data: {} } as AgreementEvent;
    expect(process.fact(voided).state).toStrictEqual(completionProcess.initial);
    expect(sentOf(process.fact(fullySigned))).toHaveLength(1);
    for (const type of ['AgreementWithdrawn', 'AmendmentWithdrawn', 'AgreementAnnulled']) {
      expect(told().fact({ type, data: {} } as AgreementEvent).done).toBe(true);
    }
  });
  it('A-7: an amendment is an instance of its own, which claims for itself', () => {
    const of = { amendment: otherAmendment };
    const ofAmendment = (event: AgreementEvent) =>
      ({ ...event, data: { ...event.data, ...of } }) as AgreementEvent;
    const key_ = completionProcess.keyOf(factOf(ofAmendment(fullySigned)));
    expect(key_).toBe(`${key}-${otherAmendment}`);
    const process = told();
    const claiming = process.fact(ofAmendment(proposed));
    const own = { holder: `${id}#${otherAmendment}`, kind: 'protocol' };
    expect(sentOf(claiming)).toStrictEqual([{ ...claim, data: own }]);
    expect(sentOf(process.granted(only(claiming)))).toStrictEqual([
      { target: id, type: 'ConfirmRegistration', data: { ...entry, ...of } },
    ]);
  });
  it('A-6: stops with the rule where the term is over', () => {
    const process = told();
    const stopped = process.refused(only(process.fact(registered)), over);
    // No waiting and no command after a refusal: the runner stops it with the rule's sentence.
    expect(stopped).toStrictEqual({ state: process.state });
  });
  it('A-7: number and date are one value for each body', () => {
    const other = { ...entry, register: agreementId(9) as string as typeof region };
    const values = [entry, { ...entry, protocolNo: '4712/2029' }, other].map(protocolClaim);
    expect(new Set(values).size).toBe(3);
    expect(protocolClaim({ ...entry, protocolNo: ' 4711/2029 ' })).toBe(protocolClaim(entry));
  });
});
