import { messages } from '../../app/text.ts';

/** Changes of a plan's budget and term. */
export const changesMessages = messages({
  it: {
    title: 'Modifiche richieste',
    none: 'Nessuna modifica del bilancio o del termine è stata chiesta.',
    end: 'Termine: da {before} a {after}.',
    heldBack: 'Trattenuta dalla regola {rule}.',
    decision: 'Decisione che la finanzia',
    agreement: 'Accordo che la recepisce',
    act: 'Atto di chi ha deciso',
    line: 'Voce',
    before: 'Prima',
    after: 'Dopo',
    change: 'Differenza',
    sum: 'Somma',
    above: 'Variazione {share} > {threshold}: serve prima l’autorizzazione dell’autorità (PL-9).',
    below: 'Variazione {share} ≤ {threshold}: basta comunicarla all’autorità (PL-9).',
    noThreshold:
      'Variazione {share}: l’avviso non fissa una soglia, serve l’autorizzazione dell’autorità (PL-9).',
    noticed: 'Conta anche ciò che è già stato comunicato: {noticed}.',
    COSTED_EXTENSION:
      'Servono la decisione che la finanzia, una modifica dell’accordo e la concessione dell’autorità (PL-10).',
    NO_COST_EXTENSION: 'La concede l’autorità; cambia soltanto il termine (PL-10).',
    REVOCATION: 'La dispone l’autorità.',
  },
  en: {
    title: 'Changes asked for',
    none: 'No change of the budget or of the term has been asked for.',
    end: 'Term: from {before} to {after}.',
    heldBack: 'Held back by rule {rule}.',
    decision: 'Decision that funds it',
    agreement: 'Agreement that takes it over',
    act: 'Act of who decided',
    line: 'Line',
    before: 'Before',
    after: 'After',
    change: 'Difference',
    sum: 'Sum',
    above: 'Change {share} > {threshold}: the authority has to authorise it first (PL-9).',
    below: 'Change {share} ≤ {threshold}: a notice to the authority is enough (PL-9).',
    noThreshold:
      'Change {share}: the call fixes no threshold, the authority has to authorise it (PL-9).',
    noticed: 'What went by notice before counts with it: {noticed}.',
    COSTED_EXTENSION:
      'It needs the decision that funds it, an amendment of the agreement and the grant of the authority (PL-10).',
    NO_COST_EXTENSION: 'The authority grants it; only the term changes (PL-10).',
    REVOCATION: 'The authority orders it.',
  },
});
