import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { rules } from './decider.js';
import { sentencesOf, stateWords } from './state-words.js';

const { WrongState } = rules({
  WrongState: [
    'X-11',
    'Lo stato è {status}: serve {needed}.',
    'It is {status}: it needs {needed}.',
  ],
});
const said = (details: Parameters<typeof sentencesOf>[0]['details']) =>
  sentencesOf({ ...WrongState, details });

/** The states that clients know: the members of every enum of states in the schema. */
function states(): readonly string[] {
  const schema = readFileSync('schema.graphql', 'utf8');
  const bodies = [...schema.matchAll(/^enum \w*Status \{(.*?)^\}/gmsu)].map(([, body]) => body);
  const members = bodies.flatMap((body) => [...(body ?? '').matchAll(/^ {2}([A-Z_]+)$/gmu)]);
  return [...new Set(members.map(([, name = '']) => name))];
}

describe('the words for states', () => {
  it('X-11: a refusal says states in words, in the language of its reader', () => {
    expect(said({ status: 'OnAgenda', needed: ['Deferred', 'readyForAgenda'] })).toEqual({
      it: 'Lo stato è all’ordine del giorno: serve rinviato, pronto per l’ordine del giorno.',
      en: 'It is on the agenda: it needs deferred, ready for the agenda.',
    });
  });
  it('says of what is not there yet that it is not', () =>
    expect(said({ status: null, needed: 'Open' }).en).toBe('It is not there yet: it needs open.'));
  it('leaves alone what is no state, and what has no value', () => {
    const details = { status: 'constructor', name: 'Deferred' };
    const it = 'Il nome è {name}, lo stato {status}, il resto {rest}.';
    expect(sentencesOf({ it, en: it, details }).it).toBe(
      'Il nome è Deferred, lo stato constructor, il resto {rest}.',
    );
  });
  it('know every state that the schema shows', () => {
    const known = Object.keys(stateWords).map((one) =>
      one.replaceAll(/([a-z])([A-Z])/gu, '$1_$2').toUpperCase(),
    );
    expect(states().filter((state) => !known.includes(state))).toEqual([]);
    expect(states().length).toBeGreaterThan(80);
  });
});
