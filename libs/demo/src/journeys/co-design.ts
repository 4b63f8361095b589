import { apportion } from '@tavolo/kernel';
import type { Cents } from '@tavolo/kernel';
import { say } from '../narration.js';
import type { Persona } from '../narration.js';
import type { Actor } from '../stage.js';
import type { BoardValues } from '../values.js';
import { euro } from './agreements.js';
import { the } from './world.js';
import type { Organisation, World } from './world.js';

/** A plan that is being co-designed, and who works on it. */
export type Designing = Readonly<{
  plan: string;
  network: string;
  lead: Organisation;
  /** Approves and validates what the lead’s head wrote. */
  officer: Persona;
  partners: readonly [Organisation, ...Organisation[]];
}>;

/** The version of a plan that is voted on. */
export type PlanVersion = Readonly<{ version: number; sha256: string }>;

/** Actions with target groups, indicators, interventions, lines and shares (PL-2, PL-3, PL-7). */
export async function writePlan(
  world: World,
  on: Designing,
  actions: BoardValues['actions'],
): Promise<void> {
  const { plan, lead } = on;
  const head = world.by(lead.head);
  await head.does(say('scrive la prima sezione', 'writes the first section'), {
    reviseSection: {
      ...{ plan, section: '01-finalita', title: 'Finalità', source: 'SYNTHETIC' },
      text: 'Un testo dimostrativo, inventato come tutto il resto.',
    },
  });
  for (const [index, lines] of actions.entries()) await writeAction(head, on, { index, lines });
}

async function writeAction(
  head: Actor,
  { plan, network, lead, partners }: Designing,
  { index, lines }: { index: number; lines: readonly number[] },
): Promise<void> {
  const code = `AZ-${String(index + 1)}`;
  const source = 'SYNTHETIC';
  const { created: action } = await head.does(
    say(`aggiunge l’azione ${code}`, `adds action ${code}`),
    {
      addAction: { plan, code, title: `Azione dimostrativa ${code}`, source },
    },
  );
  await head.does(say('ne indica i destinatari', 'says whom it is for'), {
    linkTargetGroup: {
      plan,
      action,
      code: 'TG1',
      title: 'Classi di una scuola dimostrativa',
      source,
    },
  });
  await head.does(say('ne definisce l’indicatore', 'defines its indicator'), {
    defineIndicator: {
      plan,
      action,
      title: 'Ore di laboratorio',
      unit: 'ore',
      target: 120,
      source,
    },
  });
  const { created: intervention } = await head.does(
    say('aggiunge un intervento', 'adds an intervention'),
    { addIntervention: { plan, action, title: `Laboratorio ${code}`, source } },
  );
  const owner = the(partners[index % partners.length], 'a partner');
  await head.does(say(`lo affida a ${owner.name}`, `makes ${owner.name} answer for it`), {
    assignOwner: { plan, intervention, partner: owner.id, network },
  });
  for (const [n, cents] of lines.entries()) {
    await writeLine(
      head,
      { plan, action, lead, owner },
      { category: `Voce ${String(n + 1)}`, cents },
    );
  }
}

type Sharing = Readonly<{ plan: string; action: string; lead: Organisation; owner: Organisation }>;

/** Half of a line is the lead’s, half the owner’s, who has the odd cent: they are the line (PL-7). */
async function writeLine(
  head: Actor,
  { plan, action, lead, owner }: Sharing,
  { category, cents }: { category: string; cents: number },
): Promise<void> {
  const halves = apportion(cents as Cents, { lead: 1, owner: 1 }, 'owner');
  const { created: line } = await head.does(
    say(`aggiunge una voce di ${euro(cents)}`, `adds a line of ${euro(cents)}`),
    { addBudgetLine: { plan, action, category, cents, source: 'SYNTHETIC' } },
  );
  const shares = [
    [owner, halves.owner],
    [lead, halves.lead],
  ] as const;
  for (const [partner, part] of shares.filter(([, given]) => given > 0)) {
    await head.does(
      say(`ne dà ${euro(part)} a ${partner.name}`, `gives ${euro(part)} of it to ${partner.name}`),
      { allocateToPartner: { plan, line, partner: partner.id, cents: part } },
    );
  }
}

/** A table sits, its contributions are decided with a reason, and a version is consolidated. */
export async function coDesign(
  world: World,
  on: Designing,
  contributions: number,
): Promise<PlanVersion> {
  const { plan, lead, officer } = on;
  const head = world.by(lead.head);
  const { created: table } = await head.does(say('apre un tavolo', 'opens a table'), {
    openTable: { plan, title: 'Tavolo dimostrativo' },
  });
  await sitAtTable(world, on, table);
  for (let n = 0; n < contributions; n += 1) await contribute(world, on, { table, n });
  await head.does(say('consolida la bozza', 'consolidates the draft'), {
    consolidateDraft: { plan },
  });
  const version = await lastVersion(world, plan);
  await world
    .by(officer)
    .isKeptOut(
      ['PL-4', 'TableOpen'],
      say('valida con il tavolo ancora aperto', 'validates while the table is still open'),
      { validatePlan: { plan, sha256: version.sha256 } },
    );
  await head.does(say('chiude il tavolo', 'closes the table'), { closeTable: { plan, table } });
  await world
    .by(officer)
    .does(
      say(
        `valida la versione ${String(version.version)}`,
        `validates version ${String(version.version)}`,
      ),
      { validatePlan: { plan, sha256: version.sha256 } },
    );
  return version;
}

async function sitAtTable(
  world: World,
  { plan, lead, officer, partners }: Designing,
  table: string,
): Promise<void> {
  const head = world.by(lead.head);
  const minutes = await head.uploads(say('carica il verbale', 'uploads the minutes'), 'Verbale');
  const { created: session } = await head.does(
    say('registra la seduta del tavolo', 'records the session of the table'),
    {
      holdSession: {
        ...{ plan, table, heldOn: world.day(), minutes },
        attendance: [lead, ...partners].map(({ id }) => id),
      },
    },
  );
  const asked = { approveSessionMinutes: { plan, session, minutes } };
  await head.isKeptOut(
    ['X-5', 'SamePerson'],
    say('approva il verbale che ha registrato', 'approves the minutes that it recorded'),
    asked,
  );
  await world.by(officer).does(say('approva il verbale', 'approves the minutes'), asked);
}

async function contribute(
  world: World,
  { plan, lead, partners }: Designing,
  { table, n }: { table: string; n: number },
): Promise<void> {
  const partner = the(partners[n % partners.length], 'a partner');
  const by = world.by(partner.head);
  const document = await by.uploads(
    say('carica il contributo', 'uploads the contribution'),
    `Contributo ${String(n + 1)} di ${partner.name}`,
  );
  const { created: contribution } = await by.does(
    say('propone un contributo', 'proposes a contribution'),
    { proposeContribution: { plan, table, on: '01-finalita', document } },
  );
  const head = world.by(lead.head);
  if (n % 2 === 0) {
    await head.does(say('lo accoglie, con motivazione', 'accepts it, with a reason'), {
      acceptContribution: { plan, contribution, reason: 'Migliora il testo.' },
    });
    return;
  }
  await head.isKeptOut(
    ['PL-4', 'ContributionReasonMissing'],
    say('lo respinge senza motivazione', 'rejects it without a reason'),
    { rejectContribution: { plan, contribution } },
  );
  await head.does(say('lo respinge, con motivazione', 'rejects it, with a reason'), {
    rejectContribution: { plan, contribution, reason: 'Esce dal quadro economico.' },
  });
}

async function lastVersion(world: World, plan: string): Promise<PlanVersion> {
  const found = await world.stage.ask<{ plan: { versions: readonly PlanVersion[] } }>(
    'query ($id: ID!) { plan(id: $id) { versions { version sha256 } } }',
    { id: plan },
  );
  const last = the(found.plan.versions.at(-1), 'a consolidated version');
  const { version, sha256 } = last;
  world.stage.finds(
    say(
      `la versione ${String(version)} ha impronta ${sha256}`,
      `version ${String(version)} has the hash ${sha256}`,
    ),
  );
  return last;
}
