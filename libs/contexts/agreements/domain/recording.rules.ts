import { rules } from '@tavolo/kernel';

/** What is kept out of the recording of an agreement that was signed elsewhere. */
export const recordingRules = rules({
  PartyTwice: ['X-11', '{party} compare due volte.', '{party} appears twice.'],
  SignatureMissing: [
    'A-1',
    'Manca la firma di {party}: è in vigore solo ciò che tutti hanno firmato.',
    'The signature of {party} is missing: only what all have signed is in force.',
  ],
  ApprovalNotStated: [
    'A-4',
    'Manca l’atto con cui {party} ha approvato il testo prima di firmarlo.',
    'The act by which {party} approved the text before it signed is missing.',
  ],
  EffectNotStated: [
    'X-2',
    'Dire da quando ha effetto (effectiveOn), con la motivazione e l’atto che lo autorizza.',
    'Say from when it has effect (effectiveOn), with the reason and the act that authorises it.',
  ],
  EffectBeforeComplete: [
    'A-6',
    'L’effetto è dal {effectiveOn}, ma l’accordo è completo solo dal {complete}: indicare la clausola che lo anticipa.',
    'It would have effect on {effectiveOn}, but was complete only on {complete}: name the clause that lets it.',
  ],
  ExistingNumberTaken: [
    'A-7',
    'Il protocollo n. {protocolNo} del {protocolDate} è già di {heldBy}.',
    'Protocol no. {protocolNo} of {protocolDate} already belongs to {heldBy}.',
  ],
  SignedElsewhere: [
    'A-1',
    'È firmato altrove: se una firma non è valida, l’accordo va annullato.',
    'It was signed elsewhere: where a signature is not valid, it is to be annulled.',
  ],
  WaiverOutOfRole: [
    'X-4',
    'Deroga alla regola {rule} solo un legale rappresentante, o chi ha fondato l’istanza.',
    'Only a legal representative, or who founded the instance, waives rule {rule}.',
  ],
  WaivedTwice: [
    'X-11',
    'La deroga alla regola {rule} compare due volte.',
    'The waiver of rule {rule} appears twice.',
  ],
});
