import { rules } from '@tavolo/kernel';

/** Why a question about what somebody may do has no answer. */
export const explainRules = rules({
  ActUnknown: [
    'X-12',
    'Nessun atto si chiama {act}: indicare il nome di una mutation dello schema, per esempio {like}.',
    'No act is called {act}: write the name of a mutation of the schema, such as {like}.',
  ],
  ObjectUnknown: [
    'X-12',
    'Non esiste, o non è visibile, un oggetto con id {id}.',
    'There is no object with id {id}, or it is not visible.',
  ],
  ObjectOfOtherKind: [
    'X-11',
    '{act} si compie su un oggetto di genere {wanted}, non su {id}.',
    '{act} is given on an object of the kind {wanted}, not on {id}.',
  ],
  ObjectMissing: [
    'X-11',
    '{act} si compie su un oggetto di genere {wanted}: indicarne l’id.',
    '{act} is given on an object of the kind {wanted}: name its id.',
  ],
  NobodyAsks: [
    'X-12',
    'Chi chiede? Accedere: ciascuno chiede di sé, di altri chi amministra o controlla l’oggetto.',
    'Who asks? Sign in: everybody asks about themself, who administers or audits the object about others.',
  ],
  OthersUnexplained: [
    'X-12',
    'Ciascuno chiede di sé e dei propri mandati; di altri, chi amministra o controlla l’oggetto.',
    'Everybody asks about themself and their own mandates; who administers or audits the object, about others.',
  ],
  MandateNotTheirs: [
    'X-3',
    'Il mandato {mandate} non esiste o non è di {person}.',
    'The mandate {mandate} does not exist or is not of {person}.',
  ],
});
