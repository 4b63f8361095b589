import { rules, warnings } from '@tavolo/kernel';
import type { Refusal } from '@tavolo/kernel';
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

function warningsOf(stage: RouteStage, index: number): readonly Refusal[] {
  const { days, kind, sendBackTo, silence, restart } = stage;
  const passes = kind !== 'objection' && silence === 'assent';
  const skips = index > 0 && sendBackTo === 'origin' && restart === 'here';
  const of = { stage: stage.stage };
  return [
    ...warnings(routeWarnings.TermWithoutMeaning, days !== null && silence === 'none', of),
    ...warnings(routeWarnings.NoTerm, days === null, of),
    ...warnings(routeWarnings.SilencePasses, passes, of),
    ...(decides(stage) ? ofDeciding(stage) : []),
    ...warnings(routeWarnings.SkipsEarlier, skips, of),
  ];
}

function ofDeciding(stage: RouteStage): readonly Refusal[] {
  const { sendBackTo, unreachable, veto } = stage;
  const blocks = several(stage) && (veto || isEveryone(stage));
  const fails = unreachable === 'fails' && isNumberOfAll(stage);
  const of = { stage: stage.stage };
  return [
    ...warnings(routeWarnings.OneBlocks, blocks, of),
    ...warnings(routeWarnings.LapseFails, fails, of),
    ...warnings(routeWarnings.NoWayBack, sendBackTo === null, of),
  ];
}

function decides({ kind, binding }: RouteStage): boolean {
  return kind === 'decision' || (kind === 'opinion' && binding);
}

function several({ asked }: RouteStage): boolean {
  return asked.kind === 'level' || asked.boards.length > 1;
}

/** All of them, however it is written. */
function isEveryone({ needed, asked }: RouteStage): boolean {
  return needed === null || (asked.kind === 'boards' && needed === asked.boards.length);
}

/** As a number it stays when a body is gone; “all of them” goes down with it. */
function isNumberOfAll({ needed, asked }: RouteStage): boolean {
  return asked.kind === 'boards' && needed === asked.boards.length;
}

function ofTheWhole({ stages, binding }: RouteRules): readonly Refusal[] {
  return [
    ...warnings(routeWarnings.NobodyDecides, !stages.some(decides)),
    ...warnings(routeWarnings.NotBinding, !binding),
  ];
}
