import type { FastifyInstance } from 'fastify';

/** What somebody is in the demo, and of which body or organisation. */
type Part = Readonly<{
  kind: 'auditor' | 'chair' | 'founder' | 'member' | 'representative' | 'secretary';
  of: string | null;
}>;

/** Somebody of the demo to sign in as, with what they are there; `roles` says it in both languages. */
type Persona = Readonly<{
  person: string;
  name: string;
  parts: readonly Part[];
  roles: readonly string[];
}>;

const names: Readonly<Record<Part['kind'], string>> = {
  ...{ founder: 'fondatore · founder', chair: 'presidente · chair' },
  ...{ secretary: 'segreteria · secretary', member: 'componente · member' },
  ...{ representative: 'rappresenta · represents', auditor: 'controllore · auditor' },
};

interface Named {
  readonly id: string;
  readonly name: string | null;
}
interface Held {
  readonly status?: string;
  readonly person: Named;
}
interface Answer {
  readonly data: {
    readonly instance: { readonly founder: Named };
    readonly boards: {
      readonly edges: readonly {
        readonly node: {
          readonly name: string;
          readonly chairs: readonly Held[];
          readonly secretaries: readonly Held[];
          readonly seats: readonly Held[];
        };
      }[];
    };
    readonly partners: {
      readonly edges: readonly {
        readonly node: { readonly name: string; readonly representations: readonly Held[] };
      }[];
    };
    readonly appointments: { readonly edges: readonly { readonly node: Held }[] };
  };
}

const WHO = `{
  instance { founder { id name } }
  boards(first: 50) { edges { node { name
    chairs { person { id name } } secretaries { person { id name } } seats { person { id name } }
  } } }
  partners(first: 50) { edges { node { name representations { person { id name } } } } }
  appointments(kind: AUDITOR) { edges { node { person { id name } } } }
}`;

/** `GET /demo/personas`: who there is to sign in as, asked of the schema as any client would. */
export function serveDemoPersonas(http: FastifyInstance): void {
  http.get('/demo/personas', async (request) => {
    const response = await http.inject({
      ...{ method: 'POST', url: '/graphql', payload: { query: WHO } },
      headers: { host: request.headers.host ?? '127.0.0.1' },
    });
    return personasIn(response.json<Answer>());
  });
}

function personasIn({ data }: Answer): readonly Persona[] {
  const { instance, boards, partners, appointments } = data;
  const as = (kind: Part['kind'], of: string | null, held: readonly Held[]) =>
    held.map(({ person }) => ({ person, part: { kind, of } }));
  const said = [
    ...as('founder', null, [{ person: instance.founder }]),
    ...boards.edges.flatMap(({ node: { name, chairs, secretaries, seats } }) => [
      ...as('chair', name, chairs),
      ...as('secretary', name, secretaries),
      ...as('member', name, seats),
    ]),
    ...partners.edges.flatMap(({ node: { name, representations } }) =>
      as('representative', name, representations),
    ),
    ...as(
      'auditor',
      null,
      appointments.edges.map(({ node }) => node),
    ),
  ];
  return [...Map.groupBy(said, ({ person: { id } }) => id)].map(([person, all]) => {
    const parts = [...new Map(all.map(({ part }) => [roleOf(part), part])).values()];
    const name = all[0]?.person.name ?? person;
    return { person, name, parts, roles: parts.map(roleOf) };
  });
}

function roleOf({ kind, of }: Part): string {
  return of === null ? names[kind] : `${names[kind]}: ${of}`;
}
