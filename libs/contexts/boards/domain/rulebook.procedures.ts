import type { Rulebook, SilenceRule, WrittenRule } from '../contract/index.js';
import { refuse, rules, warnings } from '@tavolo/kernel';
import type { Decision, Refusal } from '@tavolo/kernel';

/** What keeps the rules of a written or silence procedure out of a rulebook. */
export const procedurePartRules = rules({
  ProcedureDaysVoid: [
    'GB-1',
    'I giorni di una procedura sono discordi: il minimo è {minDays}, il massimo {maxDays}.',
    'The days of a procedure do not agree: at least {minDays}, at most {maxDays}.',
  ],
  SittingCallsVoid: [
    'GB-1',
    'Una seduta la possono chiedere da 1 a {seats} componenti.',
    'Between 1 and {seats} members can call for a sitting.',
  ],
  ObjectionsVoid: [
    'D-2',
    'Le obiezioni che fermano il silenzio sono da 1 a {seats}.',
    'Between 1 and {seats} objections end a silence.',
  ],
});

/** What is lawful in those rules and may surprise the body that adopts them. */
export const procedureWarnings = rules({
  NoTimeToAnswer: [
    'GB-1',
    'Senza giorni minimi una procedura può chiudersi il giorno stesso in cui si apre.',
    'Without days at least, a procedure can close on the day that it opens.',
  ],
  RepliesBelowThird: [
    'GB-2',
    'Una procedura scritta vale con {replies} risposte, meno di un terzo dei {seats} seggi.',
    'A written procedure is valid with {replies} replies, less than a third of the {seats} seats.',
  ],
  NoWayToSitting: [
    'D-2',
    'In una procedura scritta nessun componente può portare la proposta in seduta.',
    'In a written procedure no member can bring the matter to a sitting.',
  ],
  ManyMustObject: [
    'D-2',
    'Il silenzio approva finché non obiettano in {objections}, più di un terzo dei {seats} seggi.',
    'Silence adopts until {objections} object, more than a third of the {seats} seats.',
  ],
  OneObjectionRejects: [
    'D-2',
    'Una sola obiezione respinge la proposta, senza che se ne discuta.',
    'A single objection turns the proposal down without a discussion.',
  ],
});

/** A part under which everything, or nothing, would pass is none; replies are checked as a quorum. */
export function procedurePartsRefusal(
  { written, silence }: Rulebook,
  seats: number,
): Decision<never> | null {
  for (const part of [written, silence]) {
    const kept = part ? partRefusal(part, seats) : null;
    if (kept) return kept;
  }
  if (!silence || isCount(silence.objections, seats)) return null;
  return refuse(procedurePartRules.ObjectionsVoid, { seats });
}

function partRefusal(part: SilenceRule | WrittenRule, seats: number): Decision<never> | null {
  const { minDays, maxDays, sittingCalls } = part;
  const longer = 'sensitiveMaxDays' in part ? part.sensitiveMaxDays : undefined;
  const most = [maxDays, longer].find((days) => days !== undefined && days < minDays);
  if (most !== undefined) {
    return refuse(procedurePartRules.ProcedureDaysVoid, { minDays, maxDays: most });
  }
  if (sittingCalls === undefined || isCount(sittingCalls, seats)) return null;
  return refuse(procedurePartRules.SittingCallsVoid, { seats });
}

function isCount(n: number, seats: number): boolean {
  return n >= 1 && n <= seats;
}

/** What is unsafe in the parts; `leastReplies` make a written procedure of a full body valid. */
export function ofProcedures(
  { written, silence }: Rulebook,
  { seats, leastReplies }: Readonly<{ seats: number; leastReplies: number }>,
): readonly Refusal[] {
  const objections = silence?.objections ?? 0;
  const many = objections * 3 > seats;
  const single = objections === 1 && silence?.onObjections === 'rejected';
  const few = written !== undefined && leastReplies * 3 < seats;
  const sealed = written !== undefined && written.sittingCalls === undefined;
  const sameDay = [written, silence].some((part) => part?.minDays === 0);
  return [
    ...warnings(procedureWarnings.NoTimeToAnswer, sameDay),
    ...warnings(procedureWarnings.RepliesBelowThird, few, { replies: leastReplies, seats }),
    ...warnings(procedureWarnings.NoWayToSitting, sealed),
    ...warnings(procedureWarnings.ManyMustObject, many, { objections, seats }),
    ...warnings(procedureWarnings.OneObjectionRejects, single),
  ];
}
