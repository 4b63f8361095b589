import { describe, expect, it } from '@jest/globals';
import { createIntl } from 'react-intl';
import type { Say } from '../app/text.ts';
import { aboutOf, sha256Of } from './about.ts';
import { fileMessages } from './file.messages.ts';
import { csvOf } from './list-files.ts';

type Key = keyof typeof fileMessages.it;

const wordsIn = (locale: 'it' | 'en') => {
  const intl = createIntl({ locale, defaultLocale: locale });
  const say: Say<Key> = (key, values) =>
    intl.formatMessage({ id: key, defaultMessage: fileMessages[locale][key] }, values);
  return { say, instant: (instant: string) => instant };
};

const known = {
  ...{ instance: 'Regione di prova', list: 'Piani', address: 'https://tavolo.example/piani' },
  ...{ filters: [['Stato', 'Approvato'] as const, ['Anno', '2026'] as const], rows: 2 },
  shown: { position: '42', recordedAt: '2026-03-12T10:00:00Z', eventId: null, provisional: false },
  sha256: 'ab'.repeat(32),
};

describe('what a file says of its list', () => {
  it('is where it is from, its filter, its moment, its position, its rows and their hash', () => {
    expect(aboutOf(known, wordsIn('it'))).toStrictEqual([
      ['Tavolo', 'Regione di prova'],
      ['Elenco', 'Piani'],
      ['Indirizzo', 'https://tavolo.example/piani'],
      ['Filtro', 'Stato: Approvato; Anno: 2026'],
      ['Stato al', '2026-03-12T10:00:00Z'],
      ['Posizione nel registro', '42'],
      ['Righe', '2'],
      ['SHA-256 delle righe (file CSV)', 'ab'.repeat(32)],
    ]);
  });

  it('is said in one language, and also where nothing is filtered, known or reckoned', () => {
    const bare = { ...known, filters: [], shown: null, sha256: null };
    const about = Object.fromEntries(aboutOf(bare, wordsIn('en')));
    expect(about).toMatchObject({ List: 'Piani', Filter: 'none', 'As of': 'not known' });
    expect(about['SHA-256 of the rows (CSV file)']).toMatch(/https/u);
    expect(Object.keys(about).join(' ')).not.toContain('·');
  });

  it('has the hash that anybody reckons of the CSV file', async () => {
    const columns = [{ key: 'n', title: 'N', value: (n: number) => n }];
    const hash = await sha256Of(await csvOf({ columns, rows: [1], zone: 'Europe/Rome' }));
    // printf '\xef\xbb\xbfN\n1\n' | sha256sum
    expect(hash).toBe('70432fdf25a0ce3cde0a43f379c5107a340a2d69369c199f7dee0ba968b3b4d9');
  });
});
