import { styleText } from 'node:util';
import type { Persona, Step, Tell, Tongue } from '@tavolo/demo';

/** How a story is printed. */
export type Telling = Readonly<{
  tongue: Tongue;
  colour: boolean;
  json: boolean;
  write: (line: string) => void;
}>;

type Colour = 'bold' | 'cyan' | 'dim' | 'green' | 'red' | 'yellow';
type Paint = (colour: Colour, text: string) => string;

/** Tells each step as it happens: in plain words, or as one JSON object a line. */
export function narrator({ tongue, colour, json, write }: Telling): Tell {
  if (json) return (step) => write(JSON.stringify(recordOf(step, tongue)));
  const paint: Paint = colour
    ? (as, text) => styleText(as, text, { validateStream: false })
    : (_, text) => text;
  return (step) => {
    for (const line of linesOf(step, { tongue, paint })) write(line);
  };
}

type In = Readonly<{ tongue: Tongue; paint: Paint }>;

function linesOf(step: Step, { tongue, paint }: In): readonly string[] {
  const what = step.what[tongue];
  switch (step.kind) {
    case 'chapter':
      return ['', paint('bold', `── ${what} ──`)];
    case 'happened':
      return [`  ${paint('cyan', '⟳')} ${what}`];
    case 'found':
      return [`  ${paint('dim', '›')} ${what}`];
    case 'registered':
      return [said(step.who, what, { tongue, paint }), answer(paint, step.registered.person)];
    case 'uploaded':
      return [said(step.who, what, { tongue, paint }), answer(paint, `SHA-256 ${step.sha256}`)];
    case 'accepted': {
      const { mutation, receipt } = step;
      return [
        said(step.who, what, { tongue, paint }),
        `      ${mutation} ${paint('green', `→ ${words[tongue].accepted}`)} ${paint('dim', placeOf(receipt, tongue))}`,
      ];
    }
    case 'refused': {
      const { mutation, rule, message } = step;
      const verdict = paint('red', `→ ${words[tongue].refused} ${rule}`);
      return [
        said(step.who, what, { tongue, paint }),
        `      ${mutation} ${verdict} ${paint('yellow', message)}`,
      ];
    }
  }
}

const words = {
  it: { accepted: 'accettato', refused: 'rifiutato, regola', position: 'posizione', part: 'parte' },
  en: { accepted: 'accepted', refused: 'refused by rule', position: 'position', part: 'part' },
} as const;

function said({ name, role }: Persona, what: string, { tongue, paint }: In): string {
  return `  ${paint('bold', name)} (${role[tongue]}) ${what}`;
}

function answer(paint: Paint, text: string): string {
  return paint('dim', `      → ${text}`);
}

type Receipt = Extract<Step, { kind: 'accepted' }>['receipt'];

function placeOf({ position, stream, revision, createdId }: Receipt, tongue: Tongue): string {
  const { position: place, part } = words[tongue];
  const created = createdId === null ? '' : `, ${part} ${createdId}`;
  return `${place} ${position.replace(/^0+(?=\d)/, '')}, ${stream}@${String(revision)}${created}`;
}

/** A step for programs: the same, in the language of the story. */
function recordOf(step: Step, tongue: Tongue): object {
  const { what, ...rest } = step;
  const personas = {
    ...('who' in step && { who: shown(step.who, tongue) }),
    ...('registered' in step && { registered: shown(step.registered, tongue) }),
  };
  return { ...rest, ...personas, what: what[tongue] };
}

function shown({ role, ...persona }: Persona, tongue: Tongue): object {
  return { ...persona, role: role[tongue] };
}
