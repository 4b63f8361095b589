import { empower, introduce, makeEligible } from './cast.js';
import type { Body, NewBody } from './cast.js';
import type { Persona, Story } from './story.js';

/** Everybody who takes part in the two real programmes. */
export interface Company {
  readonly ministry: Body;
  readonly delegated: Body;
  readonly region: Body;
  /** Of the Region: gives opinions and validates what its head wrote. */
  readonly officer: Persona;
  readonly anci: Body;
  readonly ismu: Body;
  readonly areas: readonly Body[];
  readonly schools: readonly Body[];
  readonly cooperative: Body;
  readonly association: Body;
}

/** Last day of what was proved in 2016: the two programmes lie before it. */
const ELIGIBLE_UNTIL = '2023-12-31';
const SYNTHETIC = { source: 'SYNTHETIC' } as const;

const MINISTRY: NewBody = {
  ...{ name: 'Ministero dell’Interno', kind: 'MINISTRY', source: 'PROGRAMME' },
  representative: 'Ada Dimostrativa',
};
const DELEGATED: NewBody = {
  ...{ name: 'Ministero del Lavoro e delle Politiche Sociali', kind: 'MINISTRY' },
  ...{ representative: 'Bruno Dimostrativo', source: 'PROGRAMME' },
};
const REGION: NewBody = {
  ...{ name: 'Regione Lombardia', kind: 'REGION', territory: 'ITC4' },
  ...{ representative: 'Carla Dimostrativa', source: 'PROGRAMME' },
};
const ANCI: NewBody = {
  ...{ name: 'ANCI Lombardia', kind: 'OTHER', territory: 'ITC4' },
  ...{ representative: 'Dario Dimostrativo', source: 'PUBLIC' },
};
const ISMU: NewBody = {
  ...{ name: 'Fondazione ISMU', kind: 'OTHER', territory: 'ITC4' },
  ...{ representative: 'Elena Dimostrativa', source: 'PUBLIC' },
};
const AREAS: readonly NewBody[] = [
  ['A', 'ITC4C', 'Fabio Dimostrativo'],
  ['B', 'ITC47', 'Giulia Dimostrativa'],
  ['C', 'ITC46', 'Hakim Dimostrativo'],
  ['D', 'ITC4B', 'Irene Dimostrativa'],
  ['E', 'ITC42', 'Jacopo Dimostrativo'],
].map(([letter, territory, representative]) => ({
  ...{ name: `Ambito territoriale ${letter ?? ''} (dimostrativo)`, kind: 'TERRITORIAL_AREA' },
  ...{ territory: territory ?? '', representative: representative ?? '', ...SYNTHETIC },
}));
const SCHOOLS: readonly NewBody[] = [
  {
    ...{ name: 'Istituto comprensivo 1 (dimostrativo)', kind: 'FIRST_CYCLE_SCHOOL' },
    ...{ representative: 'Karim Dimostrativo', ...SYNTHETIC },
  },
  {
    ...{ name: 'Istituto di istruzione superiore 2 (dimostrativo)' },
    ...{ kind: 'UPPER_SECONDARY_SCHOOL', representative: 'Lucia Dimostrativa', ...SYNTHETIC },
  },
];
const COOPERATIVE: NewBody = {
  ...{ name: 'Cooperativa sociale Mosaico (dimostrativa)', kind: 'THIRD_SECTOR' },
  ...{ representative: 'Marco Dimostrativo', ...SYNTHETIC },
};
const ASSOCIATION: NewBody = {
  ...{ name: 'Associazione di migranti Ponte (dimostrativa)', kind: 'MIGRANT_ASSOCIATION' },
  ...{ representative: 'Nadia Dimostrativa', ...SYNTHETIC },
};

/** Registers everybody and has each found eligible by somebody else (PA-1, PA-2, X-5). */
export async function gather(story: Story): Promise<Company> {
  const ministry = await introduce(story, MINISTRY);
  const delegated = await introduce(story, DELEGATED);
  await makeEligible(story, delegated, { by: ministry, until: ELIGIBLE_UNTIL });
  const eligible = async (body: NewBody) => {
    const introduced = await introduce(story, body);
    await makeEligible(story, introduced, { by: delegated, until: ELIGIBLE_UNTIL });
    return introduced;
  };
  const all = async (bodies: readonly NewBody[]) => {
    const introduced: Body[] = [];
    for (const body of bodies) introduced.push(await eligible(body));
    return introduced;
  };
  const region = await eligible(REGION);
  const acts = ['PLAN', 'PROTOCOL'];
  const officer = await empower(story, region, { name: 'Olga Dimostrativa', acts });
  await story.later({ days: 7 });
  const [anci, ismu] = [await eligible(ANCI), await eligible(ISMU)];
  const [areas, schools] = [await all(AREAS), await all(SCHOOLS)];
  const [cooperative, association] = [await eligible(COOPERATIVE), await eligible(ASSOCIATION)];
  const bodies = { ministry, delegated, region, anci, ismu, areas, schools };
  return { ...bodies, officer, cooperative, association };
}
