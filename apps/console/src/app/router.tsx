import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { ScreenFailed } from '../parts/problem.tsx';
import { NotFound } from '../screens/not-found/screen.tsx';
import { Shell } from './shell.tsx';

/** What an address may carry: `at` is the moment that its page shows; the rest are its filters. */
export type Search = Readonly<{ at?: string | undefined }>;

const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFound,
  errorComponent: ScreenFailed,
  validateSearch: (search): Search & Readonly<Record<string, string | undefined>> =>
    search as Search,
});

/** A screen is loaded when its address is opened, or pointed at. */
const at = <const Path extends string>(
  path: Path,
  component: ReturnType<typeof lazyRouteComponent>,
) => createRoute({ getParentRoute: () => root, path, component });

const routeTree = root.addChildren([
  at(
    '/',
    lazyRouteComponent(() => import('../screens/home/screen.tsx'), 'HomeScreen'),
  ),
  at(
    '/scrivania',
    lazyRouteComponent(() => import('../screens/desk/screen.tsx'), 'DeskScreen'),
  ),
  at(
    '/sedute',
    lazyRouteComponent(() => import('../screens/sittings/list.tsx'), 'SittingsScreen'),
  ),
  at(
    '/piani',
    lazyRouteComponent(() => import('../screens/plans/list.tsx'), 'PlansScreen'),
  ),
  at(
    '/decisioni',
    lazyRouteComponent(() => import('../screens/decisions/list.tsx'), 'DecisionsScreen'),
  ),
  at(
    '/decisioni/$id',
    lazyRouteComponent(() => import('../screens/decisions/screen.tsx'), 'DecisionScreen'),
  ),
  at(
    '/decisioni/$id/$number',
    lazyRouteComponent(() => import('../screens/decisions/numbered.tsx'), 'NumberedDecisionScreen'),
  ),
  at(
    '/voto/$id',
    lazyRouteComponent(() => import('../screens/vote/screen.tsx'), 'VoteScreen'),
  ),
  at(
    '/sedute/$id',
    lazyRouteComponent(() => import('../screens/sittings/screen.tsx'), 'SittingScreen'),
  ),
  at(
    '/sedute/$id/proiezione',
    lazyRouteComponent(() => import('../screens/sittings/projection.tsx'), 'ProjectionScreen'),
  ),
  at(
    '/organi/$id',
    lazyRouteComponent(() => import('../screens/boards/screen.tsx'), 'BoardScreen'),
  ),
  at(
    '/reti',
    lazyRouteComponent(() => import('../screens/networks/list.tsx'), 'NetworksScreen'),
  ),
  at(
    '/accordi',
    lazyRouteComponent(() => import('../screens/agreements/list.tsx'), 'AgreementsScreen'),
  ),
  at(
    '/albo',
    lazyRouteComponent(() => import('../screens/published/screen.tsx'), 'PublishedScreen'),
  ),
  at(
    '/accordi/$id',
    lazyRouteComponent(() => import('../screens/agreements/screen.tsx'), 'AgreementScreen'),
  ),
  at(
    '/tempo/$id',
    lazyRouteComponent(() => import('../screens/time/screen.tsx'), 'TimeScreen'),
  ),
  at(
    '/eventi',
    lazyRouteComponent(() => import('../screens/events/list.tsx'), 'EventsScreen'),
  ),
  at(
    '/esercizio',
    lazyRouteComponent(() => import('../screens/operations/screen.tsx'), 'OperationsScreen'),
  ),
  at(
    '/esercizio/$id',
    lazyRouteComponent(() => import('../screens/operations/job.tsx'), 'JobScreen'),
  ),
  at(
    '/esercizio/esportazioni',
    lazyRouteComponent(() => import('../screens/exports/screen.tsx'), 'ExportsScreen'),
  ),
  at(
    '/esercizio/esportazioni/$id',
    lazyRouteComponent(() => import('../screens/exports/job.tsx'), 'ExportScreen'),
  ),
  at(
    '/esercizio/passi/$name',
    lazyRouteComponent(() => import('../screens/operations/stepper.tsx'), 'StepperScreen'),
  ),
  at(
    '/eventi/$id',
    lazyRouteComponent(() => import('../screens/events/screen.tsx'), 'EventScreen'),
  ),
  at(
    '/piani/$id',
    lazyRouteComponent(() => import('../screens/plans/screen.tsx'), 'PlanScreen'),
  ),
  at(
    '/reti/$id',
    lazyRouteComponent(() => import('../screens/networks/screen.tsx'), 'NetworkScreen'),
  ),
  at(
    '/accessibilita',
    lazyRouteComponent(() => import('../screens/accessibility/screen.tsx'), 'AccessibilityScreen'),
  ),
  at(
    '/accesso',
    lazyRouteComponent(() => import('../screens/sign-in/screen.tsx'), 'SignInScreen'),
  ),
  at(
    '/calendario',
    lazyRouteComponent(() => import('../screens/calendar/screen.tsx'), 'CalendarScreen'),
  ),
  at(
    '/cerca',
    lazyRouteComponent(() => import('../screens/search/screen.tsx'), 'SearchScreen'),
  ),
  at(
    '/aiuto',
    lazyRouteComponent(() => import('../screens/help/screen.tsx'), 'HelpScreen'),
  ),
  at(
    '/partner',
    lazyRouteComponent(() => import('../screens/partners/list.tsx'), 'PartnersScreen'),
  ),
  at(
    '/avvisi/$id',
    lazyRouteComponent(() => import('../screens/calls/call.tsx'), 'CallScreen'),
  ),
  at(
    '/programmi/$id',
    lazyRouteComponent(() => import('../screens/calls/programme.tsx'), 'ProgrammeScreen'),
  ),
  at(
    '/partner/$id',
    lazyRouteComponent(() => import('../screens/partners/screen.tsx'), 'PartnerScreen'),
  ),
]);

/** The addresses of the console. */
export const router = createRouter({
  routeTree,
  scrollRestoration: true,
  defaultPreload: 'intent',
  // Within the frame, so that one can still go elsewhere.
  defaultErrorComponent: ScreenFailed,
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const given = Object.entries(search).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, String(value)]],
    );
    const text = new URLSearchParams(given).toString();
    return text === '' ? '' : `?${text}`;
  },
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
