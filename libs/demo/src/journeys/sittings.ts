import { Temporal } from 'temporal-polyfill';
import { say } from '../narration.js';
import type { Conduct } from '../values.js';
import { decisionOf } from './boards.js';
import type { Member, Proposal, SittingBoard } from './boards.js';
import type { PlanVersion } from './co-design.js';
import { the } from './world.js';
import type { World } from './world.js';

/** An item on the agenda of a sitting that is open. */
export type OpenItem = Readonly<{ sitting: string; item: string }>;

/** How a vote ended, as the server computed it. */
export interface Ending {
  readonly outcome: string;
  readonly tally: Readonly<Record<'abstain' | 'against' | 'for' | 'recused', number>>;
  readonly trace: readonly { readonly it: string; readonly en: string }[];
}

type Matter = Proposal & Readonly<{ version: PlanVersion }>;

/** Convened for now, with its papers, and opened by the chair. */
export async function openSitting(
  world: World,
  { id: board, secretary, chair }: SittingBoard,
  { decision, textSha256, motivation, version }: Matter,
): Promise<OpenItem> {
  const { id: sitting } = await world
    .by(secretary)
    .does(say('convoca la seduta con i suoi documenti', 'convenes the sitting with its papers'), {
      conveneMeeting: {
        ...{ board, at: onTheClock(world), place: 'Sala dimostrativa' },
        items: [{ decision, textSha256, papers: papersOf(version, motivation) }],
      },
    });
  await world.stage.until(
    say('la proposta è all’ordine del giorno', 'the proposal is on the agenda'),
    () => decisionOf(world, decision),
    ({ status }) => status === 'ON_AGENDA',
  );
  await world.by(chair).does(say('apre la seduta', 'opens the sitting'), {
    openMeeting: { sitting },
  });
  const found = await world.stage.ask<{ sitting: { items: readonly { item: string }[] } }>(
    'query ($id: ID!) { sitting(id: $id) { items { item } } }',
    { id: sitting },
  );
  return { sitting, item: the(found.sitting.items[0], 'an item of the agenda').item };
}

function papersOf({ version, sha256 }: PlanVersion, motivation: string) {
  return [
    { sha256, title: `Piano, versione ${String(version)}` },
    { sha256: motivation, title: 'Motivazione' },
  ];
}

/** This second where the body sits; the offset tells which of two it is in autumn. */
function onTheClock({ zone }: World) {
  const now = Temporal.Now.zonedDateTimeISO(zone);
  const local = now.toPlainDateTime().toString({ smallestUnit: 'second', roundingMode: 'floor' });
  return { local, zone, offset: now.offset };
}

/** Too few came: no vote without a quorum, and the sitting is recorded as deserted (GB-10). */
export async function desertedSitting(
  world: World,
  board: SittingBoard,
  matter: Matter,
): Promise<string> {
  world.stage.chapter(say('Una seduta senza numero legale', 'A sitting without a quorum'));
  const { chair, members, secretary } = board;
  const on = await openSitting(world, board, matter);
  const few = members.slice(0, Math.floor(members.length / 2));
  for (const member of few) await arrive(world, board, { ...on, member });
  const opening = { openVote: { ...on, textSha256: matter.textSha256 } };
  await world
    .by(chair)
    .isKeptOut(
      ['GB-10', 'QuorumNotVerified'],
      say('apre la votazione senza numero legale', 'opens the vote without a quorum'),
      opening,
    );
  await world
    .by(secretary)
    .does(
      say(
        `verifica il numero legale: ${String(few.length)} presenti su ${String(members.length)}, seduta deserta`,
        `verifies the quorum: ${String(few.length)} of ${String(members.length)} present, deserted`,
      ),
      { verifyQuorum: on },
    );
  await world
    .by(chair)
    .isKeptOut(
      ['GB-10', 'SittingDeserted'],
      say('prova ancora ad aprire la votazione', 'tries again to open the vote'),
      opening,
    );
  await world.stage.until(
    say('la proposta è rinviata', 'the proposal is deferred'),
    () => decisionOf(world, matter.decision),
    ({ status }) => status === 'DEFERRED',
  );
  return on.sitting;
}

async function arrive(
  world: World,
  { secretary }: SittingBoard,
  { sitting, member }: { sitting: string; member: Member },
): Promise<void> {
  const { seat, holder } = member;
  await world
    .by(secretary)
    .does(say(`registra l’arrivo di ${holder.name}`, `records the arrival of ${holder.name}`), {
      recordArrival: { sitting, seat },
    });
}

/** The sitting that votes: a conflict, a recusal, the quorum of the item, the vote. */
export async function votingSitting(
  world: World,
  board: SittingBoard,
  matter: Matter,
): Promise<OpenItem> {
  world.stage.chapter(say('La seduta che decide', 'The sitting that decides'));
  const { chair, members, secretary } = board;
  const on = await openSitting(world, board, matter);
  for (const member of members.filter(({ conduct }) => conduct !== 'absent')) {
    await arrive(world, board, { ...on, member });
  }
  const [first] = members;
  await world
    .by(first.holder)
    .isKeptOut(
      ['D-1', 'VoteNotOpen'],
      say('vota prima dell’apertura', 'votes before the opening'),
      { castVote: { ...on, seat: first.seat, choice: 'FOR', textSha256: matter.textSha256 } },
    );
  const recused = the(
    members.find(({ conduct }) => conduct === 'recused'),
    'a recused member',
  );
  await recuse(world, board, { on, recused });
  await world
    .by(secretary)
    .does(say('verifica il numero legale del punto', 'verifies the quorum of the item'), {
      verifyQuorum: on,
    });
  await world
    .by(chair)
    .does(say('apre la votazione sul testo congelato', 'opens the vote on the frozen text'), {
      openVote: { ...on, textSha256: matter.textSha256 },
    });
  await world
    .by(recused.holder)
    .isKeptOut(['GB-3', 'SeatRecused'], say('vota benché escluso', 'votes although recused'), {
      castVote: { ...on, seat: recused.seat, choice: 'FOR', textSha256: matter.textSha256 },
    });
  for (const member of members) await vote(world, { ...on, member }, matter);
  await world
    .by(first.holder)
    .isKeptOut(['D-1', 'VotedAlready'], say('vota una seconda volta', 'votes a second time'), {
      castVote: { ...on, seat: first.seat, choice: 'AGAINST', textSha256: matter.textSha256 },
    });
  return on;
}

async function recuse(
  world: World,
  { chair, secretary }: SittingBoard,
  { on, recused }: { on: OpenItem; recused: Member },
): Promise<void> {
  const { seat, holder } = recused;
  const declaration = await world
    .by(holder)
    .uploads(say('carica la dichiarazione', 'uploads the declaration'), 'Dichiarazione');
  await world
    .by(holder)
    .does(say('dichiara un conflitto di interessi', 'declares a conflict of interest'), {
      declareConflict: { ...on, seat, declaration },
    });
  await world.by(chair).does(say('accerta il conflitto', 'upholds the conflict'), {
    resolveConflict: { ...on, seat, upheld: true },
  });
  await world
    .by(secretary)
    .does(
      say(
        `registra che ${holder.name} esce per il punto`,
        `records that ${holder.name} leaves for the item`,
      ),
      { recordRecusal: { ...on, seat } },
    );
}

const choices: Partial<Record<Conduct, string>> = {
  abstain: 'ABSTAIN',
  against: 'AGAINST',
  for: 'FOR',
};
const worded: Partial<Record<Conduct, ReturnType<typeof say>>> = {
  abstain: say('si astiene', 'abstains'),
  against: say('vota contro', 'votes against'),
  for: say('vota a favore', 'votes in favour'),
};

async function vote(
  world: World,
  { member, ...on }: OpenItem & { member: Member },
  { textSha256 }: Matter,
): Promise<void> {
  const { seat, holder, conduct } = member;
  const choice = choices[conduct];
  if (choice === undefined) return;
  await world.by(holder).does(the(worded[conduct], 'a word for it'), {
    castVote: { ...on, seat, choice, textSha256 },
  });
}

/** The vote closes, the outcome is computed and explained, and the sitting ends with its minutes. */
export async function closeSitting(
  world: World,
  { chair, secretary }: SittingBoard,
  on: OpenItem,
): Promise<Ending> {
  await world.by(chair).does(say('chiude la votazione', 'closes the vote'), { closeVote: on });
  const ending = await endingOf(world, on);
  for (const step of ending.trace) world.stage.finds(step);
  const { sitting } = on;
  await world.by(chair).does(say('chiude la seduta', 'closes the sitting'), {
    closeMeeting: { sitting },
  });
  const minutes = await world
    .by(secretary)
    .uploads(say('carica il verbale', 'uploads the minutes'), `Verbale ${world.tag}`);
  await world.by(secretary).does(say('deposita il verbale', 'drafts the minutes'), {
    draftMinutes: { sitting, minutes },
  });
  await world.by(chair).does(say('approva il verbale', 'approves the minutes'), {
    approveMinutes: { sitting, minutes },
  });
  return ending;
}

async function endingOf(world: World, { sitting, item }: OpenItem): Promise<Ending> {
  const found = await world.stage.ask<Ended>(
    `query ($id: ID!) { sitting(id: $id) { items { item vote { ending {
      outcome tally { for against abstain recused } trace { it en }
    } } } } }`,
    { id: sitting },
  );
  const one = found.sitting.items.find((each) => each.item === item);
  return the(one?.vote?.ending, 'the end of the vote');
}

interface Ended {
  readonly sitting: {
    readonly items: readonly {
      readonly item: string;
      readonly vote: { readonly ending: Ending | null } | null;
    }[];
  };
}
