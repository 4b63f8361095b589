import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, pdfOf } from '@tavolo/demo';
import { positionOf } from './asked.js';
import { forget, startServer } from './server.js';
import type { RunningServer } from './server.js';

const BIN = 'apps/cli/bin/tavolo.js';
const folder = mkdtempSync(join(tmpdir(), 'tavolo-imports-'));
let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
  for (const name of ['accordo', 'delibera', 'verifica', 'deroga', 'firmato']) {
    writeFileSync(join(folder, `${name}.pdf`), pdfOf(name));
  }
}, 120_000);
afterAll(async () => {
  await server.stop();
  forget(server);
  rmSync(folder, { recursive: true });
});

const write = (name: string, lines: readonly string[]) => {
  const path = join(folder, name);
  writeFileSync(path, lines.join('\n'));
  return path;
};
const wordsOf = (...words: readonly string[]) => [
  ...['import', ...words, '--url', server.url, '--documents', folder],
];
function imports(...words: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(BIN, wordsOf(...words), (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err });
    });
  });
}

const headings = 'denominazione;tipo;codice fiscale;territorio';
const partners = [
  ...[headings, 'Comune di Milano;comune;01199250158;015146'],
  ...['Comune di Bergamo;comune;80034840167;016024', 'Ponti;ets;;'],
];

describe('tavolo import partners', () => {
  it('names every bad row with line, column, value and reason, and writes nothing', async () => {
    const bad = write('bad.csv', [
      ...[headings, ';comune;01199250158;', 'X;pianeta;;', 'Y;comune;01199250159;'],
      ...['Z;comune;;Milano', 'W;comune;80034840167;', 'V;comune;80034840167;'],
    ]);
    const before = await positionOf(server.url);
    const { code, out, err } = await imports('partners', bad, '--apply');
    expect(code).toBe(1);
    expect(out).toMatch(/^riga 2, colonna «denominazione»: manca/m);
    expect(out).toMatch(/^riga 3, colonna «tipo» \(pianeta\): non è previsto/m);
    expect(out).toMatch(/^riga 4, colonna «codice fiscale» \(01199250159\): il carattere/m);
    expect(out).toMatch(/^riga 5, colonna «territorio» \(Milano\): /m);
    expect(out).toMatch(/^riga 7, colonna «codice fiscale» \(80034840167\): .* riga 6$/m);
    expect(out).toContain('Righe lette: 6. Nuovi: 1, già presenti: 0, righe errate: 5.');
    expect(err).toContain('Nulla è stato scritto');
    expect(await positionOf(server.url)).toBe(before);
  }, 120_000);
  it('X-13: imports, and finds everything there when it is repeated', async () => {
    const file = write('partners.csv', partners);
    expect((await imports('partners', file)).out).toContain('Nuovi: 3');
    expect((await imports('partners', file, '--apply')).out).toContain('Fatto: 3 nuovi');
    const again = await imports('partners', file, '--apply');
    expect(again.out).toContain('Fatto: 0 nuovi, 3 già presenti.');
  }, 120_000);
  it('says how a partner differs that is there, and overwrites nothing', async () => {
    const file = write('other.csv', [headings, 'Comune di Monza;comune;01199250158;']);
    const { code, out } = await imports('partners', file, '--locale', 'en');
    expect(code).toBe(1);
    expect(out).toMatch(
      /line 2.*already, with other values.*«Comune di Milano».*«Comune di Monza»/,
    );
  }, 120_000);
  it('goes on where it was killed', async () => {
    const many = Array.from({ length: 60 }, (_, i) => `Ente ${String(i)};altro;;`);
    const file = write('many.csv', [headings, ...many]);
    const child = spawn(BIN, wordsOf('partners', file, '--apply'), { stdio: 'pipe' });
    let said = '';
    child.stderr.on('data', (text: Buffer) => {
      said += text.toString();
      // The second count is that of the writing.
      if (said.split(/ 10 %:|^10 %:/m).length > 2) child.kill('SIGKILL');
    });
    await once(child, 'close');
    const { out } = await imports('partners', file, '--apply');
    const [, made = '', there = ''] = /Fatto: (\d+) nuovi, (\d+) già/.exec(out) ?? [];
    expect(Number(made) + Number(there)).toBe(60);
    const last = await imports('partners', file, '--apply');
    expect(last.out).toContain('Fatto: 0 nuovi, 60 già presenti.');
  }, 120_000);
});

const columns = [
  ...['riferimento', 'tipo', 'titolo', 'accordo superiore', 'importo', 'inizio', 'fine'],
  ...['decorrenza', 'testo', 'numero di protocollo', 'data di protocollo', 'ente che protocolla'],
  ...['deroghe', 'atto di deroga', 'motivazione', 'atto autorizzativo', 'parte', 'quota', 'ruolo'],
  ...['atto di approvazione', 'data di approvazione', 'organo', 'firmato il'],
  ...['livello della firma', 'firmatario', 'file firmato', 'rapporto di verifica'],
].join(';');
const did =
  'delibera.pdf;01/01/2024;Giunta;10/01/2024;digitale;Ada Esempio;firmato.pdf;verifica.pdf';
const first = (reference: string, number: string, [kind, parent]: readonly [string, string]) =>
  `${reference};${kind};Accordo ${reference};${parent};100,00;01/01/2024;31/12/2039;15/01/2024;accordo.pdf;${number};15/01/2024;01199250158;A-5|A-9|PA-2;deroga.pdf;già firmato;Decreto 1;01199250158;50,00;capofila;${did}`;
const above = ['accordo di partenariato', ''] as const;
const belowA = ['convenzione attuativa', 'A'] as const;
const second = (reference: string, share = '50,00') =>
  `${reference}${';'.repeat(16)}80034840167;${share};partner;${did}`;

describe('tavolo import agreements', () => {
  const rows = [
    ...[columns, first('B', '2', belowA), second('B')],
    ...[first('A', '1', above), second('A')],
  ];
  it('A-8, A-7: has the rules say what they keep out, below an agreement of the file too', async () => {
    const bad = write('bad-agreements.csv', [
      ...[columns, first('A', '1', above), second('A')],
      ...[first('B', '2', belowA), second('B')],
      ...[first('C', '3', belowA), second('C')],
      ...[first('D', '1', above), second('D')],
      ...[first('E', '5', above), second('E', '50,01')],
    ]);
    const { code, out } = await imports('agreements', bad);
    expect(code).toBe(1);
    expect(out).toMatch(/^riga 6, colonna «importo».*regola A-8/m);
    expect(out).toMatch(/^riga 8, colonna «numero di protocollo».*regola A-7/m);
    expect(out).toMatch(/^riga 10, colonna «importo».*regola A-8/m);
    expect(out).toContain('Nuovi: 2, già presenti: 0, righe errate: 3.');
  }, 120_000);
  it('X-2: brings them in force since their day, known here since today', async () => {
    const client = new Client(server.url);
    const before = await positionOf(server.url);
    const file = write('agreements.csv', rows);
    expect((await imports('agreements', file, '--apply')).out).toContain('Fatto: 2 nuovi');
    const again = await imports('agreements', file, '--apply');
    expect(again.out).toContain('Fatto: 0 nuovi, 2 già presenti.');
    const look = `query ($before: String!) {
      agreements { edges { node { title status inEffect(on: "2024-06-01")
        recordedAfterwards { waivers { rule waivedBy { id } } } parent { title } } } }
      asOf(moment: { position: $before }) { agreements { edges { node { title } } } }
    }`;
    const found = await client.query(look, { before });
    expect(found).toMatchObject({
      agreements: {
        edges: [
          { node: { title: 'Accordo A', status: 'IN_FORCE', inEffect: true } },
          { node: { status: 'IN_FORCE', inEffect: true, parent: { title: 'Accordo A' } } },
        ],
      },
      asOf: { agreements: { edges: [] } },
    });
  }, 120_000);
});
