import { Client, grounds, say, Stage, World } from '@tavolo/demo';
import type { Persona } from '@tavolo/demo';
import {
  eligiblePartner,
  foundAuthority,
  initiatePlan,
  publishCall,
  signatory,
} from '../../libs/demo/src/journeys/ground.js';
import { boundProgram, tokensFor } from '../program.js';

const tries = say('prova', 'tries');

/** The first of two acts on the same minutes, by a program; the second one is for people. */
export interface Recorded {
  readonly world: World;
  /** Admitted the program, and answers for it. */
  readonly responsible: Persona;
  /** The same person, under another mandate. */
  readonly otherwise: Persona;
  /** Of the same organisation, and answers for no program. */
  readonly colleague: Persona;
  readonly program: Persona;
  readonly approve: { readonly approveSessionMinutes: object };
}

/** A table of a plan, the session of which the program of its lead recorded. */
export async function recordedByProgram(url: string): Promise<Recorded> {
  const client = new Client(url, tokensFor(url));
  const world = await World.open(new Stage({ client, tell: () => undefined }));
  const authority = await foundAuthority(world);
  const call = await publishCall(world, authority);
  const kind = { name: `Regione ${world.tag}`, kind: 'REGION', role: tries };
  const lead = await eligiblePartner(world, kind, authority);
  const colleague = await signatory(world, lead, { role: tries, acts: ['PLAN'] });
  const plan = await initiatePlan(world, lead, call);
  const { head: responsible } = lead;
  const head = world.by(responsible);
  const minutes = await head.uploads(tries, 'Verbale');
  const { created: service } = await head.does(tries, {
    admitService: {
      ...{ organisation: lead.id, name: 'Gestionale', responsible: responsible.person },
      ...{ from: world.day(), ...grounds('Il gestionale registra le sedute.', minutes) },
    },
  });
  const { created: power } = await head.does(tries, {
    authoriseSignatory: {
      ...{ partner: lead.id, person: responsible.person, acts: ['PLAN'], from: world.day() },
      ...grounds('Firma anche per i piani.', minutes),
    },
  });
  const otherwise = { ...responsible, mandate: `${lead.id}#${power}` };
  const acting = await boundProgram(client, service, responsible);
  const program = { ...acting, name: 'Gestionale', role: tries };
  const { created: table } = await head.does(tries, { openTable: { plan, title: 'Tavolo' } });
  const session = { plan, table, heldOn: world.day(), minutes, attendance: [lead.id] };
  const { created } = await world.by(program).does(tries, { holdSession: session });
  const approve = { approveSessionMinutes: { plan, session: created, minutes } };
  return { world, responsible, otherwise, colleague, program, approve };
}
