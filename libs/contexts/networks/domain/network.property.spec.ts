import { describe, expect, it } from '@jest/globals';
import { someone } from '@tavolo/testing/specification';
import fc from 'fast-check';
import type { NetworkId } from '../contract/index.js';
import {
  a,
  change,
  lombardy,
  milan,
  piedmont,
  presence,
  proposed,
  rests,
  school,
  until,
} from '../test/formed.js';
import type { NetworkCommand } from './network.commands.js';
import { isIn } from './network.state.js';
import type { NetworkState } from './network.state.js';
import { network } from './network.js';

const others = ['network-8', 'network-9'] as NetworkId[];
const anyPartner = fc.constantFrom(lombardy, milan, school, piedmont);
const anyRole = fc.constantFrom('partner', 'adhering', 'observer');
const common = {
  ...{ partner: a('municipality'), planLead: null, leadKinds: [], parentMembers: null },
  ...{ change: rests(), presence: presence({ categories: [] }) },
};
const acting = (organisation: typeof milan) => ({ by: { ...someone.by, organisation } });
const power = { power: { acts: 'all' } };
const nothing = { agreement: null, obligations: null, nested: [] };

/** Whatever can be asked of a network, with grounds that keep as little out as possible. */
const anyAsked = fc.oneof(
  fc.tuple(anyPartner, anyRole).map(([partner, role]) => ({
    type: 'InviteMember',
    data: { partner, role, until, approval: 'D.D. 1', grounds: common },
  })),
  anyPartner.map((partner) => ({
    ...{ type: 'AcceptInvitation', data: { grounds: power } },
    ...acting(partner),
  })),
  anyPartner.map((partner) => ({
    type: 'AdmitMember',
    data: { partner, change, grounds: common },
  })),
  fc.tuple(anyPartner, fc.constantFrom('lead', 'partner', 'observer')).map(([partner, role]) => ({
    type: 'AssignRole',
    data: { partner, role, change, grounds: common },
  })),
  fc.tuple(anyPartner, anyRole).map(([lead, formerRole]) => ({
    type: 'ReplaceLead',
    data: { lead, formerRole, change, grounds: common },
  })),
  fc
    .tuple(
      fc.constantFrom('SuspendMember', 'ReinstateMember', 'ReleaseMember', 'ExpelMember'),
      anyPartner,
    )
    .map(([type, partner]) => ({ type, data: { partner, change, grounds: common } })),
  fc
    .tuple(anyPartner, fc.constantFrom('Eligible', 'Suspended', 'Excluded'))
    .map(([partner, status]) => ({
      type: 'NotePartner',
      data: { partner, grounds: { partner: a('municipality', { status }) } },
    })),
  anyPartner.map((partner) => ({ type: 'RequestExit', data: {}, ...acting(partner) })),
  fc
    .constantFrom('ConstituteNetwork', 'SuspendNetwork', 'StartDissolution')
    .map((type) => ({ type, data: { grounds: presence({ categories: [] }) } })),
  fc.constantFrom('ActivateNetwork', 'ResumeNetwork').map((type) => ({
    type,
    data: { agreement: change.agreement, grounds: rests() },
  })),
  fc.constant({ type: 'DissolveNetwork', data: { grounds: nothing } }),
  fc.tuple(fc.constantFrom(...others), anyPartner, anyRole).map(([from, partner, role]) => ({
    type: 'TakeOverMembers',
    data: { from, members: [{ partner, role }] },
  })),
  fc.tuple(fc.constantFrom(...others), fc.array(anyPartner)).map(([to, partners]) => ({
    type: 'HandOverMembers',
    data: { to, partners },
  })),
);

type Reached = NetworkState & Readonly<{ wasConstituted: boolean }>;

/** Every state that a sequence of commands leads through, fact by fact. */
function statesOf(asked: readonly object[]): Reached[] {
  let state = network.evolve(network.initial, proposed('territory'));
  let wasConstituted = false;
  const states: Reached[] = [{ ...state, wasConstituted }];
  for (const one of asked) {
    const command = { ...someone, ...one } as unknown as NetworkCommand;
    const decision = network.decide(command, state);
    if (decision.outcome === 'refused') continue;
    for (const event of decision.events) {
      state = network.evolve(state, event);
      wasConstituted ||= event.type === 'NetworkConstituted';
      states.push({ ...state, wasConstituted });
    }
  }
  return states;
}

const anySequence = fc.array(anyAsked, { maxLength: 80, size: 'max' });

describe('whatever is asked of a network', () => {
  it('N-1: from its constitution on it has exactly one lead, after every single fact', () => {
    fc.assert(
      fc.property(anySequence, (asked) => {
        for (const { wasConstituted, members } of statesOf(asked)) {
          const leads = members.filter((member) => member.role === 'lead' && isIn(member));
          expect(leads.length).toBeLessThanOrEqual(1);
          expect(leads.length).toBeGreaterThanOrEqual(wasConstituted ? 1 : 0);
        }
      }),
    );
  });

  it('N-2: its lead is an active member, or an organisation that has ended', () => {
    fc.assert(
      fc.property(anySequence, (asked) => {
        for (const { members } of statesOf(asked)) {
          const lead = members.find((member) => member.role === 'lead' && isIn(member));
          expect(lead?.status ?? 'Active').toBe(lead?.ceased ? 'Suspended' : 'Active');
        }
      }),
    );
  });

  it('N-9: no partner is in it twice', () => {
    fc.assert(
      fc.property(anySequence, (asked) => {
        for (const { members } of statesOf(asked)) {
          const partners = members.map(({ partner }) => partner);
          expect(new Set(partners).size).toBe(partners.length);
        }
      }),
    );
  });

  it('N-1: leads are really replaced', () => {
    const sequences = fc.sample(fc.array(anyAsked, { minLength: 60, maxLength: 80 }), {
      ...{ numRuns: 100, seed: 1 },
    });
    const leads = sequences.map((asked) => {
      const all = statesOf(asked).filter(({ wasConstituted }) => wasConstituted);
      const named = all.map(({ members }) => members.find(({ role }) => role === 'lead')?.partner);
      return new Set(named).size;
    });
    expect(Math.max(...leads)).toBeGreaterThanOrEqual(2);
  });
});
