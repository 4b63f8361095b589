import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { formatsOf } from './formats.js';
import { legibleThroughout } from './legible.js';
import type { Paper, PaperFact } from './paper.js';
import { words } from './words.js';

const FOLDER = 'templates';
const TEMPLATE = 'document.typ';
const EMBLEM = 'emblem.svg';
const FONTS = ['400Regular/TitilliumWeb_400Regular', '700Bold/TitilliumWeb_700Bold'];
/** What was set for so many papers before and not since is forgotten. */
const REMEMBERED = 10;

/**
 * `a-2a`: PDF/A-2a, to be kept for ever. `ua-1`: PDF/UA-1, for who reads with a screen reader.
 * Both are tagged and of the same pages; the compiler declares one standard at a time.
 */
export type PdfStandard = 'a-2a' | 'ua-1';

let compiler: NodeCompiler | null = null;

/**
 * The paper as PDF. The same paper gives the same bytes: its time is that of the last event that
 * it knows. @throws Error where the template is broken
 */
export function typeset(paper: Paper, standard: PdfStandard = 'a-2a'): Buffer {
  const folder = templateFolder();
  compiler ??= NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs: fonts() }] });
  const content = legibleThroughout(contentOf(paper, existsSync(join(folder, EMBLEM))));
  const { recordedAt } = paper.moment;
  const pdf = compiler.pdf(
    { mainFilePath: join(folder, TEMPLATE), inputs: { paper: JSON.stringify(content) } },
    {
      pdfStandard: standard,
      pdfTags: true,
      creationTimestamp: Math.floor(Date.parse(recordedAt ?? '1970-01-01T00:00:00Z') / 1000),
    },
  );
  compiler.evictCache(REMEMBERED);
  return pdf;
}

/** What the template reads. */
function contentOf(paper: Paper, hasEmblem: boolean) {
  const { locale, title, institution, body, blocks, hashes, isCofinanced, zone } = paper;
  const say = words[locale];
  const { eventId, recordedAt, position } = paper.moment;
  const { instant } = formatsOf(locale, zone);
  const when = recordedAt === null ? say.never : instant(recordedAt);
  const facts: PaperFact[] = [[say.recordedAt, when, false]];
  if (eventId !== null) facts.push([say.event, eventId, true]);
  facts.push([say.position, position, true], ...hashes);
  return {
    ...{ title, institution, body, blocks, hasEmblem, language: locale },
    region: { it: 'IT', en: 'GB' }[locale],
    description: `${title} · ${body}`,
    cofinanced: isCofinanced ? say.cofinanced : null,
    initials: initialsOf(institution),
    emblemAlt: say.emblem(institution),
    page: say.page,
    foot: `${title} · ${say.asOfShort(when)}`,
    asOf: { title: say.asOf, sentence: say.asOfSentence, facts },
  };
}

/** Where no emblem was given, the initials of the institution stand in its place. */
function initialsOf(institution: string): string {
  const names = institution.split(/\s+/u).filter((word) => /^\p{Lu}/u.test(word));
  return names
    .map((word) => word.charAt(0))
    .join('')
    .slice(0, 3);
}

function fonts(): Buffer[] {
  const { resolve } = createRequire(import.meta.url);
  return FONTS.map((name) => readFileSync(resolve(`@expo-google-fonts/titillium-web/${name}.ttf`)));
}

/** The folder `templates`, found upwards from this file, from the source as from the build. */
function templateFolder(): string {
  let above = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(above, FOLDER, TEMPLATE))) {
    const parent = dirname(above);
    if (parent === above) throw new Error(`${FOLDER}/${TEMPLATE} is missing`);
    above = parent;
  }
  return join(above, FOLDER);
}
