import { rules } from '@tavolo/kernel';
import type { Refusal, Rule } from '@tavolo/kernel';
import type { RouteRules, RouteStage } from '../../contract/index.js';
import { routeRulesRefusal } from './definition.refusal.js';

/** What is lawful in a definition of routes and may surprise the body that adopts it. */
export const routeWarnings = rules({
  TermWithoutMeaning: [
    'D-2',
    'La fase {stage} ha un termine ma il silenzio non significa nulla: scaduto il termine si aspetta ancora.',
    'The stage {stage} has a term but silence means nothing: after the term it goes on waiting.',
  ],
  NoTerm: [
    'D-2',
    'La fase {stage} non ha termine: un organo che tace la ferma per sempre.',
    'The stage {stage} has no term: a body that says nothing stops it for ever.',
  ],
  SilencePasses: [
    'D-2',
    'La fase {stage} può riuscire senza che alcun organo si sia espresso.',
    'The stage {stage} can pass although no body has said anything.',
  ],
  OneBlocks: [
    'D-2',
    'Nella fase {stage} basta un organo contrario per fermare l’iter.',
    'In the stage {stage} a single body against stops the route.',
  ],
  LapseFails: [
    'D-2',
    'Se uno degli organi della fase {stage} cessa, il numero può diventare irraggiungibile e l’iter fallisce.',
    'Should one of the bodies of the stage {stage} be dissolved, the number may be out of reach and the route fails.',
  ],
  NoWayBack: [
    'D-2',
    'Nella fase {stage} non si può rinviare: chi vuole una modifica può solo dire di no.',
    'The stage {stage} cannot send back: who wants a change can only say no.',
  ],
  SkipsEarlier: [
    'X-8',
    'Dopo un rinvio dalla fase {stage} il nuovo testo non torna alle fasi precedenti, che hanno visto solo il vecchio.',
    'After the stage {stage} sent back, the new text does not return to earlier stages, which saw the old one only.',
  ],
  NobodyDecides: [
    'D-2',
    'Nessuna fase può fermare l’iter: il risultato sarà sempre positivo.',
    'No stage can stop the route: its result will always be that it passed.',
  ],
  NotBinding: [
    'D-9',
    'Il risultato non vincola l’organo di origine: va atteso, ma può essere disatteso.',
    'The result does not bind the body of origin: it must be waited for, but need not be followed.',
  ],
});

/** What trying a definition shows: why it is none, or what may surprise. */
export type RouteDryRun = Readonly<{ refusal: Refusal | null; warnings: readonly Refusal[] }>;

/** Tries a definition before a body adopts it. */
export function routeDryRunOf(tried: RouteRules): RouteDryRun {
  const refused = routeRulesRefusal(tried);
  if (refused?.outcome === 'refused') return { refusal: refused.refusal, warnings: [] };
  return { refusal: null, warnings: [...tried.stages.flatMap(warningsOf), ...ofTheWhole(tried)] };
}

function warningsOf(rules: RouteStage, index: number): readonly Refusal[] {
  return tests
    .filter(([, applies]) => applies(rules, index))
    .map(([rule]) => warning(rule, { stage: rules.stage }));
}

type Test = readonly [Rule, (stage: RouteStage, index: number) => boolean];

const decides = ({ kind, binding }: RouteStage) =>
  kind === 'decision' || (kind === 'opinion' && binding);

const several = ({ asked }: RouteStage) => asked.kind === 'level' || asked.boards.length > 1;

const tests: readonly Test[] = [
  [routeWarnings.TermWithoutMeaning, ({ days, silence }) => days !== null && silence === 'none'],
  [routeWarnings.NoTerm, ({ days }) => days === null],
  [
    routeWarnings.SilencePasses,
    (stage) => stage.kind !== 'objection' && stage.silence === 'assent',
  ],
  [
    routeWarnings.OneBlocks,
    (stage) => decides(stage) && several(stage) && (stage.veto || isEveryone(stage)),
  ],
  [
    routeWarnings.LapseFails,
    (stage) => decides(stage) && stage.unreachable === 'fails' && isNumberOfAll(stage),
  ],
  [routeWarnings.NoWayBack, (stage) => decides(stage) && stage.sendBackTo === null],
  [
    routeWarnings.SkipsEarlier,
    ({ sendBackTo, restart }, index) => index > 0 && sendBackTo === 'origin' && restart === 'here',
  ],
];

/** All of them, however it is written. */
function isEveryone({ needed, asked }: RouteStage): boolean {
  return needed === null || (asked.kind === 'boards' && needed === asked.boards.length);
}

/** As a number it stays when a body is gone; “all of them” goes down with it. */
function isNumberOfAll({ needed, asked }: RouteStage): boolean {
  return asked.kind === 'boards' && needed === asked.boards.length;
}

function ofTheWhole({ stages, binding }: RouteRules): readonly Refusal[] {
  const nobody = stages.some(decides) ? [] : [warning(routeWarnings.NobodyDecides)];
  return binding ? nobody : [...nobody, warning(routeWarnings.NotBinding)];
}

function warning(rule: Rule, details: Refusal['details'] = {}): Refusal {
  return { ...rule, details };
}
