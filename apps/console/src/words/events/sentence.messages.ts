import { messages } from '../../app/text.ts';

/** Who acts where no person is named. */
export const sentenceMessages = messages({
  it: { system: 'Il sistema', nameless: 'Una persona (nome non disponibile)' },
  en: { system: 'The system', nameless: 'A person (name not available)' },
});
