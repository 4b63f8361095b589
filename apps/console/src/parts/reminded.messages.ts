import { messages } from '../app/text.ts';

/** That somebody was reminded of what is awaited of them. */
export const remindedMessages = messages({
  it: {
    reminded: 'Sollecitato il {day}{times, plural, =1 {} other { (# volte)}} da {who}',
    actingFor: '{name} per {organisation}',
    unknown: 'chi non ha più un nome',
  },
  en: {
    reminded: 'Reminded on {day}{times, plural, =1 {} other { (# times)}} by {who}',
    actingFor: '{name} for {organisation}',
    unknown: 'somebody whose name is gone',
  },
});
