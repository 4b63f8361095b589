import { describe, expect, it } from '@jest/globals';
import { legible } from './legible.js';
import { hasMinutes, minutesOf, noticeOf, resolutionOf, sheetOf, typeset } from './index.js';
import type { Circumstances, DecisionAnswer, Paper, SittingAnswer } from './index.js';
import { textOf } from '../test/text-of.js';

const sha256 = (digit: string) => digit.repeat(64);
const about: Circumstances = {
  ...{ locale: 'it', institution: 'Regione Esempio', zone: 'Europe/Rome' },
  moment: {
    eventId: '0192f0c1-0000-7000-8000-000000000001',
    recordedAt: '2026-03-02T09:30:00.000Z',
    position: '000000000042',
  },
};
const named = (name: string) => ({ name });
const plan = { call: { programme: { fund: 'FAMI 2021-2027' } } };

const ending: NonNullable<NonNullable<SittingAnswer['items'][number]['vote']>['ending']> = {
  ...{ closedAt: '2026-03-02T09:20:00.000Z', outcome: 'APPROVED', tie: null },
  tally: { for: 1, against: 0, abstain: 0, recused: 1 },
  trace: [{ it: 'Serve la maggioranza dei presenti.', en: 'A majority is needed.', holds: true }],
};
const vote: NonNullable<SittingAnswer['items'][number]['vote']> = {
  ...{ form: 'NAMED', openedAt: '2026-03-02T09:10:00.000Z', rulebookVersion: 3 },
  ...{ textSha256: sha256('a'), question: null, paper: null, voters: [] },
  electorate: { recused: [], members: [{ seat: 's1' }, { seat: 's2' }] },
  ballots: [
    {
      ...{ seat: 's1', choice: 'FOR', castAt: '2026-03-02T09:11:00.000Z', cancelled: false },
      person: named('Ada Lupi'),
    },
  ],
  ending,
};

const board: NonNullable<SittingAnswer['board']> = {
  ...{ name: 'Cabina di regia', nameEn: 'Steering group', plan, network: null },
  seats: [
    { seat: 's1', category: 'REGION', status: 'APPOINTED', person: named('Ada Lupi') },
    { seat: 's2', category: 'AREA', status: 'APPOINTED', person: named('Bruno Gatti') },
  ],
};

const sitting: SittingAnswer = {
  ...{ id: 'sitting-1', at: '2026-03-02T09:00:00.000Z', place: 'Sala Esempio', status: 'CLOSED' },
  ...{
    call: 'FIRST',
    convenedAt: '2026-02-10T09:00:00.000Z',
    openedAt: '2026-03-02T09:05:00.000Z',
  },
  ...{ endedAt: '2026-03-02T11:00:00.000Z', notified: ['s1', 's2'], minutes: null },
  ...{ minutesRecord: null, minutesApprovedBy: null, record: { sha256: sha256('c') } },
  services: [{ seat: 's1', channel: 'PEC', servedAt: '2026-02-10T10:00:00.000Z' }],
  ...{ chair: named('Carla Rossi'), secretary: named('Sergio Neri') },
  attendance: [
    {
      ...{ seat: 's1', as: 'HOLDER', video: false, person: named('Ada Lupi') },
      ...{ arrivedAt: '2026-03-02T09:01:00.000Z', leftAt: null },
    },
  ],
  delegations: [{ seat: 's2', to: 's1', revoked: false }],
  board,
  items: [
    {
      ...{ item: 'i1', title: 'Piano', status: 'VOTE_CLOSED', textSha256: sha256('a'), vote },
      decision: {
        id: 'decision-1',
        number: '4/2026',
        title: '*Piano* #emph[x] $y$',
        titleEn: null,
      },
      papers: [{ sha256: sha256('b'), title: 'Relazione #1' }],
      conflicts: [{ seat: 's2', status: 'RECUSED', person: named('Bruno Gatti') }],
      quorum: { reached: true, counted: 4, needed: 3, whole: 5 },
      questions: [],
    },
  ],
};

const decision: DecisionAnswer = {
  ...{
    id: 'decision-1',
    number: '4/2026',
    title: 'Adozione del piano',
    titleEn: 'Adopting the plan',
  },
  ...{ status: 'NUMBERED', proposedAt: '2026-02-01T09:00:00.000Z', textSha256: sha256('a') },
  ...{ motivation: sha256('d'), legalBasis: ['art. 7 del regolamento'], budgetRef: 'cap. 1' },
  ...{ effectiveOn: null, enforceableFrom: null, objectionsUntil: null, plan, procedure: null },
  ...{ amount: { cents: '125050' }, proposer: named('Ada Lupi'), board: sitting.board, sitting },
  ...{ publication: null, signature: null, vote: ending },
  conditions: [{ text: 'Prima il parere.', evidence: 'parere', dueOn: '2026-04-01' }],
};
const texts = { decided: 'Articolo 1.\nSi adotta il piano.', motivation: null };

const papers: readonly (readonly [string, Paper])[] = (['it', 'en'] as const).flatMap((locale) => {
  const here = { ...about, locale };
  return [
    [`notice, ${locale}`, noticeOf(sitting, here)],
    [`attendance sheet, ${locale}`, sheetOf(sitting, here)],
    [`minutes, ${locale}`, minutesOf(sitting, here)],
    [`resolution, ${locale}`, resolutionOf(decision, texts, here)],
  ] as const;
});

describe('a print', () => {
  it.each(papers)('is tagged PDF/A-2a, and PDF/UA-1, in its language: %s', (_name, paper) => {
    const kept = typeset(paper).toString('latin1');
    expect(kept).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(kept).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    const read = typeset(paper, 'ua-1').toString('latin1');
    expect(read).toContain('<pdfuaid:part>1</pdfuaid:part>');
    for (const pdf of [kept, read]) {
      expect(pdf).toContain('/StructTreeRoot');
      expect(pdf).toContain('/Marked true');
      expect(pdf).toContain(`/Lang (${paper.locale === 'it' ? 'it-IT' : 'en-GB'})`);
    }
  });

  it('has the same bytes for the same paper, and others for another moment', () => {
    const paper = minutesOf(sitting, about);
    expect(typeset(paper).equals(typeset(structuredClone(paper)))).toBe(true);
    const moment = { ...paper.moment, position: '000000000043' };
    expect(typeset(paper).equals(typeset({ ...paper, moment }))).toBe(false);
  });

  it('says who gives it out, as of which event, whose money it is, and on which page one is', async () => {
    const said = await textOf(typeset(noticeOf(sitting, about)));
    for (const part of [
      ...['Regione Esempio', 'Cabina di regia', 'Cofinanziato dall’Unione europea', 'RE'],
      ...['0192f0c1-0000-7000-8000-000000000001', '000000000042', '2 marzo 2026', 'pagina 1 / 1'],
    ]) {
      expect(said).toContain(part);
    }
    const other = { ...sitting, board: { ...board, plan: null } };
    expect(noticeOf(other, about).isCofinanced).toBe(false);
  });

  it('takes what people wrote for text, never for markup', async () => {
    const said = await textOf(typeset(noticeOf(sitting, about)));
    expect(said).toContain('*Piano* #emph[x] $y$');
    expect(said).toContain('Relazione #1');
  });

  it('shows a character that no font has by its number, for PDF/A would give nothing', () => {
    expect(legible('Nguyễn Đỗ\u00A0漢 😀\u200B')).toBe('Nguyễn Đỗ\u00A0[U+6F22] [U+1F600]');
    const pdf = typeset(noticeOf({ ...sitting, place: 'Sala 漢' }, about));
    expect(pdf.toString('latin1')).toContain('<pdfaid:part>2</pdfaid:part>');
  });
});

describe('the papers of a sitting', () => {
  it('GB-2: a sheet to sign says of nobody that they are absent before the sitting began', async () => {
    const to = { ...sitting, openedAt: null, endedAt: null, attendance: [], chair: null };
    const said = await textOf(typeset(sheetOf(to, about)));
    expect(said).toContain('Ada Lupi (REGION)');
    expect(said).not.toContain('assente');
    expect(said).not.toContain('Presiede: —');
  });

  it('GB-9: minutes name whoever was called and did not come, in office still or not', async () => {
    const seats = board.seats.map((seat) => ({ ...seat, status: 'LAPSED' }));
    const said = await textOf(
      typeset(minutesOf({ ...sitting, board: { ...board, seats } }, about)),
    );
    expect(said).toMatch(/Bruno Gatti \(AREA\)\s+assente/u);
  });

  it.each([
    ['LOT', 'AGAINST', 'estrazione a sorte di Ada Lupi: contrario'],
    ['SECOND_VOTE', 'FOR', 'secondo voto di Ada Lupi: favorevole'],
    ['POSTPONEMENT', null, 'rinviata da Ada Lupi'],
  ])('D-2: minutes say how equal votes were broken: %s', async (kind, side, how) => {
    const by = { kind, side, person: named('Ada Lupi'), record: null, brokenAt: sitting.at };
    const tied = { ...vote, ending: { ...ending, tie: { rule: 'LOT', broken: by } } };
    const items = sitting.items.map((item) => ({ ...item, vote: tied }));
    expect(await textOf(typeset(minutesOf({ ...sitting, items }, about)))).toContain(how);
  });

  it('GB-1: a notice has time, place, agenda with its documents, and how each was served', async () => {
    const said = await textOf(typeset(noticeOf(sitting, about)));
    for (const part of [
      ...['2 marzo 2026 alle ore 10:00 (Europe/Rome)', 'Sala Esempio', 'prima convocazione'],
      ...['Relazione #1', 'PEC, 10 febbraio 2026', 'nessuna notifica registrata'],
    ]) {
      expect(said).toContain(part);
    }
  });

  it('GB-2: an attendance sheet has hours, who is absent, delegations and each quorum', async () => {
    const said = await textOf(typeset(sheetOf(sitting, about)));
    for (const part of [
      ...[
        'Ada Lupi (REGION)',
        'titolare',
        '10:01',
        'assente',
        'raggiunto: 4 presenti, 3 necessari',
      ],
      ...['Bruno Gatti (AREA) delega Ada Lupi (REGION)'],
    ]) {
      expect(said).toContain(part);
    }
  });

  it('GB-9: minutes have conflicts, each named vote, outcome, the rule, and the record', async () => {
    const said = await textOf(typeset(minutesOf(sitting, about)));
    for (const part of [
      ...['Bruno Gatti: uscito per il punto', 'favorevole', 'approvato', sha256('c')],
      ...['favorevoli 1, contrari 0, astenuti 0, usciti per conflitto 1'],
      ...['Serve la maggioranza dei presenti.', 'Carla Rossi', 'Sergio Neri'],
    ]) {
      expect(said).toContain(part);
    }
    expect(hasMinutes(sitting)).toBe(true);
    expect(hasMinutes({ status: 'IN_SESSION' })).toBe(false);
  });

  it('D-3: of a secret vote minutes name who voted, and nobody’s choice', () => {
    const voters = [{ seat: 's1', cancelled: false, person: named('Ada Lupi') }];
    const secret = { ...vote, form: 'SECRET', ballots: [], voters };
    const items = sitting.items.map((item) => ({ ...item, vote: secret }));
    const said = JSON.stringify(minutesOf({ ...sitting, items }, about).blocks);
    expect(said).toContain('Hanno votato: Ada Lupi.');
    expect(said).not.toContain('"favorevole"');
    expect(JSON.stringify(minutesOf(sitting, about).blocks)).toContain('"favorevole"');
  });

  it('say that something is kept from the reader', () => {
    const kept = { ...sitting, record: null, items: [] };
    const secret = 'riservate e non visibili';
    expect(JSON.stringify(noticeOf(kept, about).blocks)).toContain(secret);
    expect(JSON.stringify(noticeOf(sitting, about).blocks)).not.toContain(secret);
  });
});

describe('a resolution', () => {
  it('D-5, D-7: has number, basis, reasons, the text by hash and in full, vote and conditions', async () => {
    const said = await textOf(typeset(resolutionOf(decision, texts, about)));
    for (const part of [
      ...['Deliberazione n. 4/2026. Adozione del piano', 'art. 7 del regolamento', '1250,50 €'],
      ...['Articolo 1.', 'Si adotta il piano.', sha256('a'), sha256('d'), 'approvato'],
      ...['Prima il parere. Prova: parere. Entro il 1 aprile 2026.'],
    ]) {
      expect(said).toContain(part);
    }
  });

  it('D-2: does not call decided what was put to the vote and not adopted', async () => {
    const against = { ...decision, vote: { ...ending, outcome: 'REJECTED' } };
    const said = await textOf(typeset(resolutionOf(against, texts, about)));
    expect(said).toContain('Testo posto ai voti');
    expect(said).not.toContain('Testo deliberato');
  });

  it('names the document where its text is none that can be printed', () => {
    const none = { decided: null, motivation: null };
    const { title, blocks } = resolutionOf(decision, none, { ...about, locale: 'en' });
    expect(title).toBe('Resolution no. 4/2026. Adopting the plan');
    expect(JSON.stringify(blocks)).toContain('The text is in the document with this hash:');
  });
});
