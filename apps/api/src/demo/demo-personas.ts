import type { FastifyInstance } from 'fastify';

/** Somebody of the demo to sign in as, with what they are there. */
type Persona = Readonly<{ person: string; name: string; roles: readonly string[] }>;

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
  const { founder } = instance;
  const said = [
    { person: founder, role: 'fondatore · founder' },
    ...boards.edges.flatMap(({ node: { name, chairs, secretaries, seats } }) => [
      ...chairs.map(({ person }) => ({ person, role: `presidente · chair: ${name}` })),
      ...secretaries.map(({ person }) => ({ person, role: `segreteria · secretary: ${name}` })),
      ...seats.map(({ person }) => ({ person, role: `componente · member: ${name}` })),
    ]),
    ...partners.edges.flatMap(({ node: { name, representations } }) =>
      representations.map(({ person }) => ({ person, role: `rappresenta · represents: ${name}` })),
    ),
    ...appointments.edges.map(({ node: { person } }) => ({
      person,
      role: 'controllore · auditor',
    })),
  ];
  return [...Map.groupBy(said, ({ person: { id } }) => id)].map(([person, all]) => ({
    ...{ person, name: all[0]?.person.name ?? person },
    roles: [...new Set(all.map(({ role }) => role))],
  }));
}
