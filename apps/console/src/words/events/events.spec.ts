import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { IntlMessageFormat } from 'intl-messageformat';
import { languages } from '../../app/language.ts';
import type { Language } from '../../app/language.ts';
import { eventWords, isKnownType } from './index.ts';
import { ABSENT, placesIn, valuesOf } from './values.ts';
import type { Manner, Told } from './values.ts';

const plain = (value: string | number | bigint) => String(value);

const mannerIn = (language: Language): Manner => ({
  ...{ language, system: 'Il sistema', nameless: 'Qualcuno' },
  formats: {
    ...{ money: (cents) => `${plain(cents)} cent`, day: plain, instant: plain, time: plain },
    ...{ number: plain, percent: plain, timeZone: 'Europe/Rome' },
  },
});

function said(told: Told, language: Language): string {
  if (!isKnownType(told.type)) throw new RangeError(told.type);
  const text = eventWords[language][told.type];
  const values = valuesOf(told, placesIn(text), mannerIn(language));
  return String(new IntlMessageFormat(text, language).format({ ...values }));
}

const rossi = { id: 'person-1', name: 'Rossi' };
const by = (type: string, data: object, actor: Told['actor'] = rossi) => ({ type, actor, data });

describe('the sentence of an event', () => {
  it('says all of every shape that is stored, in both languages', () => {
    const files = globSync('libs/**/samples.json', { exclude: (path) => path === 'node_modules' });
    const samples = files.flatMap(
      (file) => JSON.parse(readFileSync(file, 'utf8')) as readonly Omit<Told, 'actor'>[],
    );
    const sentences = samples.flatMap(({ type, data }) =>
      languages.map((language) => `${type}: ${said(by(type, data as object), language)}`),
    );
    expect(sentences.length).toBeGreaterThan(700);
    const faulty = new RegExp(
      `[{}]|\\b${ABSENT}\\b|\\s\\s| ,|\\bundefined\\b|\\bnull\\b|\\[object`,
      'u',
    );
    expect(sentences.filter((sentence) => faulty.test(sentence))).toStrictEqual([]);
  });

  it('names who acted, the system, or nobody', () => {
    expect(said(by('AgreementOpenedForSignature', {}), 'it')).toBe(
      'Rossi ha aperto l’accordo alla firma',
    );
    const actor = { id: 'system:signing', name: null };
    expect(said(by('AgreementOpenedForSignature', {}, actor), 'it')).toMatch(/^Il sistema ha/u);
    expect(said(by('MeetingOpened', {}, { id: 'person-2', name: null }), 'en')).toBe(
      'Qualcuno opened the sitting',
    );
  });

  it('says how somebody voted where the vote is open, and no more of a sealed one', () => {
    const person = 'person-1';
    expect(said(by('VoteCast', { person, choice: 'for' }), 'it')).toBe(
      'Rossi ha votato: favorevole',
    );
    expect(said(by('VoteCast', { person, sealed: 'x' }), 'it')).toBe('Rossi ha votato');
  });

  it('tells a vote or a signature from its being recorded by somebody else', () => {
    const person = 'person-2';
    expect(said(by('VoteCast', { person, choice: 'against' }), 'en')).toBe(
      'Rossi recorded the vote of a seat: against',
    );
    expect(said(by('AgreementSigned', { signatory: person, level: 'digital' }), 'it')).toBe(
      'Rossi ha registrato la firma di una parte (firma digitale)',
    );
  });

  it('writes amounts, days and titles as the reader writes them', () => {
    const data = { title: 'Rete scuola', titleEn: 'School network' };
    expect(said(by('NetworkProposed', data), 'it')).toBe('Rossi ha proposto la rete «Rete scuola»');
    expect(said(by('NetworkProposed', data), 'en')).toBe(
      'Rossi proposed the network “School network”',
    );
    expect(said(by('FundingAssigned', { cents: 5 }), 'it')).toBe(
      'Rossi ha assegnato 5 cent a un piano',
    );
  });
});
