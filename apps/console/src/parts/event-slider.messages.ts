import { messages } from '../app/text.ts';

/** Going through events. */
export const eventSliderMessages = messages({
  it: {
    place: 'Evento {place, number} di {total, number}',
    first: 'Primo',
    previous: 'Precedente',
    next: 'Successivo',
    last: 'Ultimo',
  },
  en: {
    place: 'Event {place, number} of {total, number}',
    first: 'First',
    previous: 'Previous',
    next: 'Next',
    last: 'Last',
  },
});
