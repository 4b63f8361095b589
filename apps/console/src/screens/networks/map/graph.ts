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

/**
 * The map of a network: its bodies, it and those within it, and who takes part now or is asked to.
 * Above `most` things, partners are shown of the network `unfolded` alone.
 */
export function graphOf(
  root: Root,
  { unfolded = null, most = MOST }: Readonly<{ unfolded?: string | null; most?: number }> = {},
): Graph {
  const boards = root.plan?.boards ?? [];
  const nets = netsIn(root);
  const deepest = Math.max(...nets.map(({ band }) => band));
  const parts = partsIn(nets.map(({ net }) => net));
  const isFolded = boards.length + nets.length + parts.size > most;
  const shown = [...parts].filter(
    ([, of]) => !isFolded || of.some(({ network }) => network.id === unfolded),
  );
  const isShown = new Set(shown.map(([id]) => id));
  const spots: readonly Spot[] = [
    ...boards.map(({ id, name }): Spot => ({ id, name, kind: 'board', band: 0 })),
    ...nets.map(({ net, band }): Spot => {
      const folded = net.members.filter(
        ({ partner, status }) => partner && !OVER.has(status) && !isShown.has(partner.id),
      );
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
      (net.children ?? []).map(({ id }) => ({ from: net.id, to: id, isFirm: true })),
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

function netsIn(net: Net, band = 1): readonly Readonly<{ net: Net; band: number }>[] {
  return [{ net, band }, ...(net.children ?? []).flatMap((one) => netsIn(one, band + 1))];
}

/** How each partner takes part, the network of the map first. */
function partsIn(nets: readonly Net[]): ReadonlyMap<string, readonly Part[]> {
  const parts = nets.flatMap((network) =>
    network.members.flatMap(({ partner, role, status }) =>
      partner && !OVER.has(status) ? [{ partner: partner.id, network, role, status }] : [],
    ),
  );
  return Map.groupBy(parts, ({ partner }) => partner);
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
