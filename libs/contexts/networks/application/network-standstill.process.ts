import type { AgreementEnteredIntoForce } from '@tavolo/agreements';
import type { ProcessDefinition, ProcessEvent, Reaction, Sentence } from '@tavolo/process';

/** The network that an agreement constitutes; empty where it constitutes none. */
type Constituted = string;

/** Kinds of agreement that constitute a network (N-3). */
const constitutive: readonly string[] = ['networkAgreement', 'partnershipAgreement'];

/** The facts with which an agreement has no effect any more, or none for the time being. */
const ends: readonly string[] = [
  'AgreementSuspended',
  'AgreementExpired',
  'AgreementTerminated',
  'AgreementAnnulled',
];

const waitsForAgreement: Sentence = {
  it: 'L’accordo della rete non è più in vigore: la rete è sospesa finché non ne ha uno.',
  en: 'The agreement of the network is no longer in force: it is suspended until it has one.',
};

/** N-3: a network is not active without an agreement in force, so it stands still with it. */
export const networkStandstill: ProcessDefinition<Constituted> = {
  name: 'networkStandstill',
  categories: ['agreement'],
  initial: '',
  keyOf: ({ type, stream, data }) => {
    if (type === 'AgreementEnteredIntoForce') return networkOf(data) === '' ? null : stream;
    return ends.includes(type) ? stream : null;
  },
  react: (network, input) => {
    if (input.kind === 'event') return seen(network, input.event);
    if (input.outcome === 'accepted') {
      return { state: network, waiting: { why: waitsForAgreement, owner: network } };
    }
    // A network that is suspended or dissolving already needs nobody to look at it.
    return { state: network, done: input.refusal.rule === 'X-11' };
  },
};

function seen(network: Constituted, { type, stream, data }: ProcessEvent): Reaction<Constituted> {
  if (type === 'AgreementEnteredIntoForce') return { state: networkOf(data) };
  if (network === '') return { state: network, done: true };
  const command = { name: 'suspend', aggregate: 'network', type: 'SuspendNetwork' };
  const suspend = { ...command, target: network, data: { agreement: stream } };
  return { state: network, commands: [suspend] };
}

function networkOf(data: ProcessEvent['data']): Constituted {
  const { kind, network } = data as unknown as AgreementEnteredIntoForce['data'];
  return constitutive.includes(kind) ? (network ?? '') : '';
}
