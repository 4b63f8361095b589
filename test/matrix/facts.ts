import type { Role } from '@tavolo/access';
import type { Mandate } from '@tavolo/command';
import type { ReadingOracle, Row } from '../reading-oracle.js';

const INSTANCE = 'instance-tavolo';
const levels = ['level-national', 'level-region', 'level-territory', 'level-local'];
/** What lies in a body. */
const ofBodies = ['decision', 'procedure', 'route', 'route_definition', 'sitting'];
const tables = [
  ...['agreement', 'agreement_party', 'appointment', 'board', 'call', 'network', 'network_member'],
  ...['partner', 'plan', 'programme', ...ofBodies],
];
/** From its consent to its end, also while it is suspended. */
const takingPart = ['Accepted', 'Active', 'Suspended'];
const offices: Readonly<Record<string, readonly Role[]>> = {
  alternate: ['seat'],
  chair: ['seat', 'chair'],
  seat: ['seat'],
  secretary: ['secretary'],
  viceChair: ['seat', 'chair'],
};

/** How an object lies to what a mandate is held at. */
export const relations = ['own', 'parent', 'child', 'sibling', 'foreign'] as const;
export type Relation = (typeof relations)[number];

export type At = Partial<Record<Role, readonly string[]>>;

/** A role that a mandate of a kind gives at one scope; `as` is a row of the matrix. */
export type Holding = Readonly<{ as: string; mandate: Mandate; role: Role; scope: string }>;

/**
 * Where everything lies and who has a part in it, from the rows of the read model and by rules of
 * its own: nothing of how the server finds the standing of a mandate is used here.
 */
export class Facts {
  readonly #rows: ReadonlyMap<string, readonly Row[]>;
  readonly #above = new Map<string, readonly string[]>();
  readonly #rowOf: ReadonlyMap<string, Row>;
  readonly #at = new Map<string, At>();
  readonly #chains = new Map<string, readonly string[]>();

  private constructor(rows: ReadonlyMap<string, readonly Row[]>) {
    this.#rows = rows;
    this.#rowOf = new Map([...rows.values()].flat().map((row) => [row.id, row]));
    for (const { id, above } of this.#placed()) this.#above.set(id, above);
  }

  static async of(oracle: ReadingOracle): Promise<Facts> {
    const read = tables.map(
      async (name) => [name, await oracle.rowsOf(oracle.table(name))] as const,
    );
    return new Facts(new Map(await Promise.all(read)));
  }

  rows(table: string): readonly Row[] {
    return this.#rows.get(table) ?? [];
  }

  /** The row of an object. */
  row(id: string): Row | undefined {
    return this.#rowOf.get(id);
  }

  /** Every object, and the budgets of plans. */
  get ids(): readonly string[] {
    return [...this.#above.keys()];
  }

  /** All that lies above these, themselves included. */
  chain(ids: readonly string[]): readonly string[] {
    const key = ids.join();
    const known = this.#chains.get(key) ?? this.#climbed(ids);
    this.#chains.set(key, known);
    return known;
  }

  /** The roles of a mandate, wherever it gives them. */
  at(mandate: Mandate): At {
    const known = this.#at.get(mandate.ref) ?? this.#rolesOf(mandate);
    this.#at.set(mandate.ref, known);
    return known;
  }

  /** What opens for reading beside the roles: what a body is set over, and the plan of a network. */
  opened(mandate: Mandate): readonly string[] {
    const body = mandate.ref.slice(0, mandate.ref.indexOf('#'));
    const board = this.rows('board').find(({ id }) => id === body);
    const over = board
      ? [text(board.network) ?? text(board.plan) ?? `level-${String(board.level)}`]
      : [];
    const { lead = [], member = [], coordinator = [] } = this.at(mandate);
    const scopes = [...over, ...lead, ...member, ...coordinator];
    const plans = this.rows('network').filter(({ id }) => scopes.includes(id));
    return [...over, ...plans.map(({ plan }) => `alone:${String(plan)}`)];
  }

  /** Every role that these give, scope by scope. */
  holdings(mandates: readonly Mandate[]): readonly Holding[] {
    return mandates.flatMap((mandate) =>
      (Object.entries(this.at(mandate)) as [Role, readonly string[]][]).flatMap(([role, scopes]) =>
        scopes.map((scope) => ({ as: `${mandate.kind} as ${role}`, mandate, role, scope })),
      ),
    );
  }

  /**
   * How an object lies to the scope of a role: it is that itself, above it, below it, beside it
   * under one thing, or elsewhere.
   */
  relation({ scope }: Holding, object: string): Relation {
    if (scope === object) return 'own';
    if (this.chain([object]).includes(scope)) return 'child';
    if (this.chain([scope]).includes(object)) return 'parent';
    const near = this.#above.get(object) ?? [];
    const isBeside = this.#above
      .get(scope)
      ?.some((one) => this.#above.has(one) && near.includes(one));
    return isBeside === true ? 'sibling' : 'foreign';
  }

  #climbed(ids: readonly string[]): readonly string[] {
    const found = new Set<string>();
    const open = [...ids];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (found.has(id)) continue;
      found.add(id);
      const level = levels.indexOf(id);
      const near =
        level < 0 ? (this.#above.get(id) ?? [INSTANCE]) : [levels[level - 1] ?? INSTANCE];
      if (id !== INSTANCE) open.push(...near);
    }
    return [...found];
  }

  #rolesOf(mandate: Mandate): At {
    const { kind, organisation, ref } = mandate;
    const body = ref.slice(0, ref.indexOf('#'));
    const office = offices[kind];
    if (office) return Object.fromEntries(office.map((role) => [role, [body]]));
    if (kind === 'founder') return { administrator: [INSTANCE] };
    if (organisation === null) return { [kind]: [mandate.scope ?? INSTANCE] };
    return this.#ofOrganisation(organisation, kind);
  }

  #ofOrganisation(organisation: string, kind: string): At {
    const having = (table: string, column: string, field = 'id') =>
      this.rows(table)
        .filter((row) => row[column] === organisation)
        .filter(({ status }) => table !== 'network_member' || takingPart.includes(String(status)))
        .map((row) => String(row[field]));
    const own = this.rows('partner').find(({ id }) => id === organisation);
    const isAuthority = ['authority', 'ministry'].includes(String(own?.kind).toLowerCase());
    return {
      ...{ partner: [INSTANCE], representative: [organisation] },
      lead: [...having('plan', 'lead'), ...having('network', 'lead')],
      member: having('network_member', 'partner', 'network'),
      party: having('agreement_party', 'partner', 'agreement'),
      ...(isAuthority && { authority: [INSTANCE] }),
      ...(kind === 'legalRepresentative' && { legalRepresentative: [organisation] }),
    };
  }

  #placed(): readonly Readonly<{ id: string; above: readonly string[] }>[] {
    const below = (table: string, ...columns: readonly string[]) =>
      this.rows(table).map((row) => {
        const named = columns.flatMap((column) =>
          typeof row[column] === 'string' ? row[column] : [],
        );
        const level = 'level' in row && table !== 'plan' ? [`level-${String(row.level)}`] : [];
        const above = [...named, ...level];
        return { id: row.id, above: above.length > 0 ? above : [INSTANCE] };
      });
    return [
      ...below('programme'),
      ...below('call', 'programme'),
      ...below('plan', 'call').map(({ id, above }) => ({ id, above: [...above, 'level-region'] })),
      ...this.rows('plan').map(({ id }) => ({ id: id.replace('plan-', 'budget-'), above: [id] })),
      ...below('network', 'plan', 'parent'),
      ...below('board', 'network', 'plan'),
      ...below('agreement', 'network', 'plan', 'parent'),
      ...below('appointment', 'scope'),
      ...this.rows('partner').map(({ id }) => ({ id, above: [INSTANCE] })),
      ...ofBodies.flatMap((table) => below(table, 'board')),
    ];
  }
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
