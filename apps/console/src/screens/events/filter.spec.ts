import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { typesSaying } from '../../words/events/types-saying.ts';
import { commandFor, QUESTION } from './command.ts';
import { askedBy } from './filter.ts';

const nothing = {
  ...{ types: null, object: null, stream: null, actor: null, correlation: null },
  ...{ recordedFrom: null, recordedBefore: null },
};
const how = { timeZone: 'Europe/Rome', saying: () => ['VoteCast', 'VoteOpened'] };

describe('the filter of the log', () => {
  it('is that of the address, its days whole ones of the instance', () => {
    expect(askedBy({}, how)).toEqual(nothing);
    expect(
      askedBy({ oggetto: ' plan-1 ', chi: 'person-1', da: '2026-03-29', a: '2026-03-29' }, how),
    ).toEqual({
      ...nothing,
      ...{ object: 'plan-1', actor: 'person-1' },
      ...{ recordedFrom: '2026-03-28T23:00:00.000Z', recordedBefore: '2026-03-29T22:00:00.000Z' },
    });
    expect(askedBy({ da: 'domani', a: '', testo: ' ' }, how)).toEqual(nothing);
  });

  it('asks for the types whose sentences say a text, and for none where none does', () => {
    expect(askedBy({ testo: 'voto' }, how).types).toEqual(['VoteCast', 'VoteOpened']);
    expect(askedBy({ testo: 'voto', tipo: 'VoteCast' }, how).types).toEqual(['VoteCast']);
    expect(askedBy({ testo: 'voto', tipo: 'PlanClosed' }, how).types).toEqual([]);
    expect(typesSaying('FIRMATO accordo', 'it')).toEqual(['AgreementSigned']);
    expect(typesSaying('recorded signature qualified', 'en')).toEqual(['AgreementSigned']);
    expect(typesSaying('a FAVORE interpellato', 'it')).toEqual(['RouteVoteTaken']);
    // As one writes them without accents, and with the apostrophe of a keyboard.
    expect(typesSaying('parita', 'it').length).toBeGreaterThan(0);
    expect(typesSaying('parita', 'it')).toEqual(typesSaying('PARITÀ', 'it'));
    expect(typesSaying("stato confermato l'avvio", 'it')).toEqual(['PlanInitiationConfirmed']);
    // Neither names of places nor keys of choices are words of a sentence.
    for (const word of ['who', 'select', 'other', 'byOther']) {
      expect(typesSaying(word, 'it')).toEqual([]);
    }
    expect(typesSaying('elefante', 'it')).toEqual([]);
  });

  it('is asked by a command that the schema knows and a shell takes as it is', () => {
    const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
    expect(validate(schema, parse(QUESTION))).toEqual([]);
    const asked = { ...nothing, actor: `system:l'ora $HOME` };
    const command = commandFor('https://tavolo.example.org', asked).replace(
      'curl -s',
      'printf "%s\\n"',
    );
    const told = execFileSync('sh', ['-c', command], { encoding: 'utf8', env: { TOKEN: 't' } });
    const words = told.trimEnd().split('\n');
    expect(words.slice(0, -1)).toEqual([
      ...['https://tavolo.example.org/graphql', '-H', 'content-type: application/json'],
      ...['-H', 'authorization: Bearer t', '--data'],
    ]);
    const { variables } = JSON.parse(words.at(-1) ?? '') as { variables: object };
    expect(variables).toEqual({ actor: `system:l'ora $HOME`, first: 100 });
  });
});
