import { messages } from '../../app/text.ts';

/** The first page. */
export const homeMessages = messages({
  it: {
    title: 'Tavolo',
    lead: 'Le reti pubbliche decidono qui: chi ha deciso, che cosa, su quale testo e con quale mandato.',
    signIn: 'Accedi',
    demo: 'Nella dimostrazione si accede come una delle persone inventate.',
    published: 'Albo delle decisioni',
  },
  en: {
    title: 'Tavolo',
    lead: 'Public networks decide here: who decided what, on which text, under which mandate.',
    signIn: 'Sign in',
    demo: 'In the demonstration one signs in as one of the invented people.',
    published: 'Published decisions',
  },
});
