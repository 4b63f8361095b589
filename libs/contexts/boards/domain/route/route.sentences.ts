import type { RouteResult, SilenceMeaning } from '../../contract/index.js';
import type { RouteTraceStep, StageOutcome } from './route.events.js';

type Words = Readonly<{ it: string; en: string }>;

const plural = (n: number, one: string, more: string) => `${String(n)} ${n === 1 ? one : more}`;

/** How many were asked, and how many of them are left. */
export function bodies(numbers: Readonly<{ asked: number; left: number }>): RouteTraceStep {
  const { asked, left } = numbers;
  const gone = asked - left;
  const it = `Interpellati ${plural(asked, 'organo', 'organi')}`;
  const en = `${plural(asked, 'body', 'bodies')} asked`;
  if (gone === 0) return { step: 'bodies', numbers, holds: true, it: `${it}.`, en: `${en}.` };
  return {
    ...{ step: 'bodies', numbers, holds: left > 0 },
    it: `${it}; ${plural(gone, 'è cessato', 'sono cessati')}: ne restano ${String(left)}.`,
    en: `${en}; ${plural(gone, 'is', 'are')} no more: ${plural(left, 'is', 'are')} left.`,
  };
}

/** How they answered, silence that has a meaning included. */
export function answers(
  numbers: Readonly<{ yes: number; no: number; pending: number }>,
): RouteTraceStep {
  const { yes, no, pending } = numbers;
  return {
    ...{ step: 'answers', numbers, holds: pending === 0 },
    it: `Favorevoli ${String(yes)}, contrari ${String(no)}, ancora attesi ${String(pending)}.`,
    en: `${String(yes)} in favour, ${String(no)} against, ${String(pending)} still awaited.`,
  };
}

/** How many objected. */
export function objections(
  numbers: Readonly<{ made: number; needed: number; pending: number }>,
): RouteTraceStep {
  const { made, needed: threshold } = numbers;
  return {
    ...{ step: 'answers', numbers, holds: made >= threshold },
    it: `Opposizioni ${String(made)}; il riesame è dovuto con ${String(threshold)}.`,
    en: `${plural(made, 'objection', 'objections')}; ${String(threshold)} force the origin to think again.`,
  };
}

const silenceSays: Readonly<Record<SilenceMeaning, Words>> = {
  assent: { it: 'vale assenso', en: 'is assent' },
  refusal: { it: 'vale diniego', en: 'is refusal' },
  escalates: { it: 'rimette la questione a un altro organo', en: 'escalates to another body' },
  none: { it: 'non significa nulla', en: 'means nothing' },
};

/** How many were silent, and what that means. */
export function silence(
  numbers: Readonly<{ silent: number }>,
  meaning: SilenceMeaning,
): RouteTraceStep {
  const said = silenceSays[meaning];
  const { silent } = numbers;
  return {
    ...{ step: 'silence', numbers, holds: meaning === 'assent' },
    it: `Scaduto il termine ${plural(silent, 'organo non si è espresso', 'organi non si sono espressi')}: il silenzio ${said.it}.`,
    en: `The term over, ${plural(silent, 'body has', 'bodies have')} said nothing: silence ${said.en}.`,
  };
}

/** One said no where one is enough. */
export function vetoed(numbers: Readonly<{ no: number }>): RouteTraceStep {
  return {
    ...{ step: 'veto', numbers, holds: false },
    it: 'In questa fase basta un organo contrario.',
    en: 'In this stage one body against is enough.',
  };
}

/** The number that must say yes. */
export function needed(numbers: Readonly<{ yes: number; needed: number }>): RouteTraceStep {
  const { yes, needed: threshold } = numbers;
  return {
    ...{ step: 'needed', numbers, holds: yes >= threshold },
    it: `Servono ${plural(threshold, 'organo favorevole', 'organi favorevoli')}: sono ${String(yes)}.`,
    en: `${plural(threshold, 'body has', 'bodies have')} to be in favour: ${plural(yes, 'is', 'are')}.`,
  };
}

const stageSays: Readonly<Record<StageOutcome | 'open' | 'escalates', Words>> = {
  passed: { it: 'La fase è superata.', en: 'The stage is passed.' },
  failed: {
    it: 'La fase non è superata: l’iter si chiude.',
    en: 'The stage failed: the route ends.',
  },
  unfavourable: {
    it: 'Il parere è contrario; non vincola, l’iter prosegue.',
    en: 'The opinion is unfavourable; it does not bind, the route goes on.',
  },
  objected: {
    it: 'L’organo di origine deve riesaminare la questione.',
    en: 'The body of origin must think again.',
  },
  open: { it: 'La fase è aperta.', en: 'The stage is open.' },
  escalates: {
    it: 'La questione passa a un altro organo.',
    en: 'The matter goes to another body.',
  },
};

/** What a stage came to. */
export function stageResult(outcome: StageOutcome | 'open' | 'escalates'): RouteTraceStep {
  return { step: 'result', numbers: {}, holds: outcome === 'passed', ...stageSays[outcome] };
}

/** A stage in the trace of its route. */
export function stageInRoute(
  { title, titleEn }: Readonly<{ title: string; titleEn: string | null }>,
  { outcome, round, sameText }: Readonly<{ outcome: string; round: number; sameText: boolean }>,
): RouteTraceStep {
  const said = stageSays[(outcome in stageSays ? outcome : 'open') as keyof typeof stageSays];
  const words = outcome === 'returned' ? returned : said;
  const older = sameText ? { it: '', en: '' } : onOlder;
  return {
    ...{ step: 'stage', numbers: { round }, holds: sameText && outcome === 'passed' },
    it: `${title} (tornata ${String(round)}): ${words.it}${older.it}`,
    en: `${titleEn ?? title} (round ${String(round)}): ${words.en}${older.en}`,
  };
}

const returned: Words = { it: 'La questione è tornata indietro.', en: 'The matter went back.' };

const onOlder: Words = {
  it: ' Riguarda un testo precedente; la disciplina non chiede di ripeterla.',
  en: ' It was on an earlier text; the definition does not ask for it again.',
};

const resultSays: Readonly<Record<RouteResult, Words>> = {
  passed: { it: 'L’iter è concluso con esito positivo.', en: 'The route passed.' },
  failed: { it: 'L’iter è concluso con esito negativo.', en: 'The route failed.' },
  withdrawn: {
    it: 'L’iter è stato ritirato dall’origine.',
    en: 'The route was withdrawn by its origin.',
  },
};

/** What a route came to. */
export function routeResult(result: RouteResult): RouteTraceStep {
  return { step: 'result', numbers: {}, holds: result === 'passed', ...resultSays[result] };
}
