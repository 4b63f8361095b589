import type { EnumOf, ResultOf } from '../../../data/graphql.ts';
import type { Titled } from '../../../app/titles.ts';
import type { TheNetworkMap } from './map.documents.ts';

/** The network that a map is of, as it is asked for. */
export type Root = NonNullable<ResultOf<typeof TheNetworkMap>['network']>;
/** A network on the map, with those within it as far as they were asked for. */
export type Net = Omit<Root['children'][number], 'children'> &
  Readonly<{ children?: readonly Net[] }>;

/** How a partner takes part in one of the networks. */
export type Part = Readonly<{
  network: Net;
  role: EnumOf<'MemberRole'>;
  status: EnumOf<'MemberStatus'>;
}>;

/** One thing on the map; `band` is its column, from the bodies to the partners. */
export type Spot = Readonly<{ id: string; band: number }> &
  (
    | Readonly<{ kind: 'board'; name: string }>
    | Readonly<{ kind: 'network'; network: Net; folded: number }>
    | Readonly<{ kind: 'partner'; name: string; parts: readonly Part[] }>
  );

/** A line from one thing to another; broken where the membership is not in force. */
export type Line = Readonly<{ from: string; to: string; isFirm: boolean }>;

/** Everything that a map shows. */
export type Graph = Readonly<{
  spots: readonly Spot[];
  lines: readonly Line[];
  /** How many there are, shown or folded into their networks. */
  counts: Readonly<{ boards: number; networks: number; partners: number }>;
  isFolded: boolean;
}>;

/** More than these would not be found again: partners fold into their networks. */
export const MOST = 300;

const OVER: ReadonlySet<Part['status']> = new Set([
  ...(['DECLINED', 'INVITATION_EXPIRED', 'INVITATION_REVOKED', 'LEFT', 'EXPELLED'] as const),
]);

/** Which states are shown; null for every network, and for whoever takes part or is asked to. */
export type States = Readonly<{ network: Net['status'] | null; member: Part['status'] | null }>;

const ALL: States = { network: null, member: null };

type Shown = Readonly<{ unfolded?: string | null; most?: number; states?: States }>;

/**
 * The map of a network: its bodies, it and those within it, and who takes part now or is asked to.
 * Above `most` things, partners are shown of the network `unfolded` alone. A network of another
 * state than that asked for stays where one of that state lies within it.
 */
export function graphOf(
  root: Root,
  { unfolded = null, most = MOST, states = ALL }: Shown = {},
): Graph {
  const boards = root.plan?.boards ?? [];
  const nets = netsIn(root).filter(({ net, band }) => band === 1 || has(net, states));
  const deepest = Math.max(...nets.map(({ band }) => band));
  const parts = partsIn(
    nets.map(({ net }) => net),
    states,
  );
  const isFolded = boards.length + nets.length + parts.size > most;
  const shown = [...parts].filter(
    ([, of]) => !isFolded || of.some(({ network }) => network.id === unfolded),
  );
  const isShown = new Set(shown.map(([id]) => id));
  const spots: readonly Spot[] = [
    ...boards.map(({ id, name }): Spot => ({ id, name, kind: 'board', band: 0 })),
    ...nets.map(({ net, band }): Spot => {
      const folded = partnersIn(net, states).filter(({ partner }) => !isShown.has(partner));
      return { id: net.id, network: net, kind: 'network', band, folded: folded.length };
    }),
    ...shown.map(([id, of]): Spot => ({
      id,
      name: nameIn(of, id),
      kind: 'partner',
      band: deepest + 1,
      parts: of,
    })),
  ];
  const lines = [
    ...boards.map(({ id }) => ({ from: id, to: root.id, isFirm: true })),
    ...nets.flatMap(({ net }) =>
      (net.children ?? [])
        .filter((one) => has(one, states))
        .map(({ id }) => ({ from: net.id, to: id, isFirm: true })),
    ),
    ...shown.flatMap(([id, of]) =>
      of.map(({ network, status }) => ({
        ...{ from: network.id, to: id, isFirm: status === 'ACTIVE' },
      })),
    ),
  ];
  const counts = { boards: boards.length, networks: nets.length, partners: parts.size };
  return { spots, lines, counts, isFolded };
}

/** A network and those within it, each with its band. */
export function netsIn(net: Net, band = 1): readonly Readonly<{ net: Net; band: number }>[] {
  return [{ net, band }, ...(net.children ?? []).flatMap((one) => netsIn(one, band + 1))];
}

/** A network has the state that is asked for, or one within it has. */
function has(net: Net, states: States): boolean {
  if (states.network === null || net.status === states.network) return true;
  return (net.children ?? []).some((one) => has(one, states));
}

/** How each partner takes part, the network of the map first. */
function partsIn(nets: readonly Net[], states: States): ReadonlyMap<string, readonly Part[]> {
  const parts = nets.flatMap((network) => partnersIn(network, states));
  return Map.groupBy(parts, ({ partner }) => partner);
}

/** Who takes part in a network in a state that is shown; nobody of one that only leads to others. */
function partnersIn(
  network: Net,
  states: States,
): readonly (Part & Readonly<{ partner: string }>)[] {
  if (states.network !== null && network.status !== states.network) return [];
  const isShown = (status: Part['status']) =>
    states.member === null ? !OVER.has(status) : status === states.member;
  return network.members.flatMap(({ partner, role, status }) =>
    partner && isShown(status) ? [{ partner: partner.id, network, role, status }] : [],
  );
}

/** The states that there are on a map, of networks and of members. */
export function statesIn(root: Root): Readonly<{
  networks: ReadonlySet<Net['status']>;
  members: ReadonlySet<Part['status']>;
}> {
  const nets = netsIn(root).map(({ net }) => net);
  return {
    networks: new Set(nets.map(({ status }) => status)),
    members: new Set(nets.flatMap(({ members }) => members.map(({ status }) => status))),
  };
}

function nameIn(parts: readonly Part[], id: string): string {
  const [first] = parts;
  return first?.network.members.find(({ partner }) => partner?.id === id)?.partner?.name ?? id;
}

/** The state that a partner is marked by: in force somewhere, or as the first of its networks has it. */
export function stateOf(parts: readonly Part[]): Part['status'] {
  const isActive = parts.some(({ status }) => status === 'ACTIVE');
  return isActive ? 'ACTIVE' : (parts[0]?.status ?? 'INVITED');
}

/** What a spot is called in the language of the page. */
export function nameOf(spot: Spot, titleOf: (of: Titled) => string): string {
  return spot.kind === 'network' ? titleOf(spot.network) : spot.name;
}
