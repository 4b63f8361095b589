import type { AgreementEnteredIntoForce, AgreementKind } from '@tavolo/agreements';
import type { ProcessDefinition, ProcessEvent, Reaction, Sentence } from '@tavolo/process';

/** What has to come together, in either order; `agreement` is the newest one in force. */
type Activation = Readonly<{
  network: string;
  agreement: string | null;
  isConstituted: boolean;
}>;

/** Kinds of agreement that constitute a network, on the tier of a territory and on that of a region. */
const constitutive: readonly AgreementKind[] = ['networkAgreement', 'partnershipAgreement'];

const waitsForConstitution: Sentence = {
  it: 'L’accordo della rete è in vigore, la rete non è ancora costituita.',
  en: 'The agreement of the network is in force, the network is not constituted yet.',
};

/** N-3: a constituted network becomes active when its agreement enters into force. */
export const networkActivation: ProcessDefinition<Activation> = {
  name: 'networkActivation',
  categories: ['agreement', 'network'],
  initial: { network: '', agreement: null, isConstituted: false },
  keyOf: (event) => networkOf(event),
  react: (state, input) => {
    if (input.kind === 'event') return next(seen(state, input.event));
    // A refusal is left to the runner, which stops the process for somebody to look at.
    return { state, done: input.outcome === 'accepted' };
  },
};

function networkOf(event: ProcessEvent): string | null {
  if (event.type === 'NetworkConstituted') return event.stream;
  if (event.type !== 'AgreementEnteredIntoForce') return null;
  const { kind, network } = inForce(event);
  return constitutive.includes(kind) ? network : null;
}

function seen(state: Activation, event: ProcessEvent): Activation {
  if (event.type === 'NetworkConstituted') {
    return { ...state, network: event.stream, isConstituted: true };
  }
  return { ...state, network: inForce(event).network ?? '', agreement: event.stream };
}

function inForce({ data }: ProcessEvent): AgreementEnteredIntoForce['data'] {
  return data as unknown as AgreementEnteredIntoForce['data'];
}

function next(state: Activation): Reaction<Activation> {
  const { network: target, agreement, isConstituted } = state;
  if (agreement === null) return { state };
  if (!isConstituted) return { state, waiting: { why: waitsForConstitution, owner: target } };
  const onNetwork = { name: 'activate', aggregate: 'network', type: 'ActivateNetwork', target };
  return { state, commands: [{ ...onNetwork, data: { agreement } }] };
}
