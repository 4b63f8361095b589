import type { Random } from '../random.js';
import type { Now, Order, PactOrders } from './pact.js';

/** The steps of an agreement's life, with the day on which each comes, counted from its draft. */
export const stages = [
  ...([
    ['draft', 0],
    ['review', 4],
    ['freeze', 9],
    ['approve', 18],
    ['open', 22],
  ] as const),
  ...([
    ['firstSignature', 27],
    ['otherSignatures', 31],
    ['register', 35],
  ] as const),
  ...([
    ['publish', 41],
    ['amend', 150],
    ['openAmendment', 160],
  ] as const),
  ...([
    ['signAmendment', 165],
    ['registerAmendment', 168],
  ] as const),
  ...([
    ['turn', 200],
    ['afterTurn', 230],
    ['close', 260],
  ] as const),
] as const;

/** A step of an agreement's life. */
export type Stage = (typeof stages)[number][0];

/** The steps that lead into force. */
const founding: readonly Stage[] = [
  ...(['draft', 'review', 'freeze', 'approve', 'open'] as const),
  ...(['firstSignature', 'otherSignatures', 'register'] as const),
];

/** The steps that lead into force, with their days. */
export const foundingStages = stages.filter(([stage]) => founding.includes(stage));

/** What becomes of an agreement. */
export interface Life {
  /** The last step on the way into force that it takes; `register` is all of them. */
  readonly reaches: Stage;
  /** Its publication is a condition of its effect, and has happened or not. */
  readonly publication: 'awaited' | 'done' | 'none';
  /** Given up where it stands, or after the last party has refused to sign. */
  readonly givenUp: 'no' | 'refused' | 'withdrawn';
  readonly amended: boolean;
  readonly turn:
    | 'annulled'
    | 'closed'
    | 'extended'
    | 'none'
    | 'resumed'
    | 'suspended'
    | 'terminated';
}

/** In force, published or not at all, and nothing more: what a network rests on. */
export const STEADY: Life = {
  ...{ reaches: 'register', publication: 'none', givenUp: 'no', amended: false, turn: 'none' },
};

/** In thousandths: where agreements stand that are not, or not yet, in force. */
const STALLED: readonly (readonly [thousandths: number, life: Partial<Life>])[] = [
  ...founding.slice(0, -1).map((reaches) => [15, { reaches }] as const),
  [15, { reaches: 'register', publication: 'awaited' }],
  [15, { reaches: 'review', givenUp: 'withdrawn' }],
  [15, { reaches: 'firstSignature', givenUp: 'refused' }],
];

/** In thousandths of the rest: what happens to agreements in force. */
const TURNS: readonly (readonly [thousandths: number, turn: Life['turn']])[] = [
  ...([
    [30, 'suspended'],
    [30, 'resumed'],
    [60, 'terminated'],
    [120, 'closed'],
  ] as const),
  ...([
    [10, 'annulled'],
    [60, 'extended'],
  ] as const),
];

/** Draws a life; about one in seven stands on its way, one in seven is amended. */
export function drawLife(random: Random): Life {
  const stalled = drawn(STALLED, random.between(0, 999));
  if (stalled) return { ...STEADY, ...stalled };
  const publication = random.between(0, 9) === 0 ? 'done' : 'none';
  const turn = drawn(TURNS, random.between(0, 999)) ?? 'none';
  // A closed one is looked at by the signatures of its first version.
  const amended = !['closed', 'annulled'].includes(turn) && random.between(0, 5) === 0;
  return { ...STEADY, publication, amended, turn };
}

function drawn<T>(shares: readonly (readonly [number, T])[], thousandth: number): T | null {
  let above = 0;
  for (const [share, what] of shares) {
    above += share;
    if (thousandth < above) return what;
  }
  return null;
}

/** Whether a step names the frozen text. */
export function namesText(stage: Stage): boolean {
  const naming: readonly Stage[] = [
    ...(['approve', 'open', 'firstSignature', 'otherSignatures'] as const),
    ...(['openAmendment', 'signAmendment'] as const),
  ];
  return naming.includes(stage);
}

type Build = (orders: PactOrders, life: Life, now: Now) => readonly Order[];

const builds: Readonly<Record<Stage, Build>> = {
  draft: (orders) => orders.draft(),
  review: (orders, { givenUp }) => [
    orders.submit(),
    ...(givenUp === 'withdrawn' ? [orders.withdraw()] : []),
  ],
  freeze: (orders) => [orders.freeze()],
  approve: (orders, _, now) => orders.approve(now),
  open: (orders, _, now) => [orders.open(now)],
  firstSignature: (orders, { givenUp }, now) => [
    ...orders.sign(now, { to: 1 }),
    ...(givenUp === 'refused' ? [orders.refuse(now), orders.withdraw()] : []),
  ],
  otherSignatures: (orders, _, now) => orders.sign(now, { from: 1 }),
  register: (orders, _, now) => [orders.register(now)],
  publish: (orders, { publication }, now) => (publication === 'done' ? [orders.publish(now)] : []),
  amend: (orders, { amended }) => {
    const { amendment } = orders;
    return amended ? [orders.propose(), orders.submit(amendment), orders.freeze(amendment)] : [];
  },
  openAmendment: (orders, { amended }, now) => {
    const { amendment } = orders;
    return amended ? [...orders.approve(now, amendment), orders.open(now, amendment)] : [];
  },
  signAmendment: (orders, { amended }, now) =>
    amended ? orders.sign(now, { amendment: orders.amendment }) : [],
  registerAmendment: (orders, { amended }, now) =>
    amended ? [orders.register(now, orders.amendment)] : [],
  turn: (orders, life, now) => turned(orders, life, now),
  afterTurn: (orders, { turn }) => {
    if (turn === 'resumed') return [orders.resume()];
    return turn === 'extended' ? [orders.extend()] : [];
  },
  close: (orders, { turn }, now) => (turn === 'closed' ? orders.close(now) : []),
};

function turned(orders: PactOrders, { turn }: Life, now: Now): readonly Order[] {
  switch (turn) {
    case 'suspended':
    case 'resumed':
      return [orders.suspend()];
    case 'terminated':
    case 'closed':
      return [orders.terminate()];
    case 'annulled':
      return [orders.annul(now)];
    case 'extended':
      return [orders.requestExtension()];
    case 'none':
      return [];
  }
}

/** What an agreement of such a life is told at a step; nothing where its life has come to rest. */
export function ordersAt(
  stage: Stage,
  { orders, life, now }: { readonly orders: PactOrders; readonly life: Life; readonly now: Now },
): readonly Order[] {
  const last = founding.indexOf(life.reaches);
  const place = founding.indexOf(stage);
  const isBeyond = place === -1 ? life.reaches !== 'register' : place > last;
  return isBeyond ? [] : builds[stage](orders, life, now);
}
