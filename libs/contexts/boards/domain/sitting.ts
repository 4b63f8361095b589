import { accept, refuse } from '@tavolo/kernel';
import type { Decider, Decision } from '@tavolo/kernel';
import { arrive, declareConflict, leave, recuse, resolveConflict } from './sitting.attendance.js';
import type { SittingAsked, SittingCommand } from './sitting.commands.js';
import { amendAgenda, convene, open } from './sitting.convening.js';
import { delegateAttendance, revokeDelegation } from './sitting.delegation.js';
import type { SittingEvent } from './sitting.events.js';
import { openVote, verifyQuorum } from './sitting.opening.js';
import { closeMeeting, voidVote } from './sitting.lapse.js';
import { sittingRules } from './sitting.rules.js';
import { recordService } from './sitting.service.js';
import { evolve, noSitting, sittingStatuses } from './sitting.state.js';
import type { SittingState, SittingStatus } from './sitting.state.js';
import { recordTally } from './sitting.tally.js';
import { castSecondVote, postponeTie, recordDraw } from './sitting.tie.js';
import { cast, close } from './sitting.vote.js';

/** The sitting: presence, conflicts, quorum and every vote of it, in one stream. */
export const sitting = { initial: noSitting, decide, evolve } satisfies Decider<
  SittingState,
  SittingCommand,
  SittingEvent
>;

type SittingDecision = Decision<SittingEvent>;

/** The states in which a command fits. */
const fits: Readonly<Record<SittingCommand['type'], readonly SittingStatus[]>> = {
  ConveneMeeting: [],
  OpenMeeting: ['Convened'],
  RecordArrival: ['Opened', 'InSession'],
  DelegateAttendance: ['Convened'],
  RevokeDelegation: ['Convened', 'Opened', 'InSession'],
  RecordService: ['Convened', 'Opened', 'InSession'],
  RecordDeparture: ['Opened', 'InSession'],
  DeclareConflict: ['Convened', 'Opened', 'InSession'],
  ResolveConflict: ['Convened', 'Opened', 'InSession'],
  RecordRecusal: ['Opened', 'InSession'],
  VerifyQuorum: ['Opened', 'InSession'],
  // In the states where the rules of voting say more than the state does, they speak.
  OpenVote: ['Opened', 'InSession', 'Deserted'],
  CastVote: ['Convened', 'Opened', 'InSession', 'Deserted', 'Closed'],
  RecordSecretTally: ['Opened', 'InSession', 'Deserted', 'Closed'],
  CloseVote: ['Opened', 'InSession', 'Deserted', 'Closed'],
  // A sitting in which a tie waits is in session: it can neither end nor be deserted.
  RecordDraw: ['InSession'],
  CastSecondVote: ['InSession'],
  PostponeTie: ['InSession'],
  CloseMeeting: ['Opened', 'InSession'],
  DraftMinutes: ['Closed', 'Deserted', 'MinutesDrafted'],
  ApproveMinutes: ['MinutesDrafted'],
  RectifyMinutes: ['MinutesApproved'],
  AmendAgenda: ['Opened', 'InSession'],
  VoidVote: sittingStatuses,
};

function decide(command: SittingCommand, state: SittingState): SittingDecision {
  if (command.type === 'ConveneMeeting') return convene(command);
  const { status } = state;
  if (status === null || !fits[command.type].includes(status)) {
    return refuse(sittingRules.WrongState, { status });
  }
  switch (command.type) {
    case 'OpenMeeting':
      return open(command, state);
    case 'RecordArrival':
      return arrive(command, state);
    case 'DelegateAttendance':
      return delegateAttendance(command, state);
    case 'RevokeDelegation':
      return revokeDelegation(command, state);
    case 'RecordService':
      return recordService(command, state);
    case 'RecordDeparture':
      return leave(command, state);
    case 'DeclareConflict':
      return declareConflict(command, state);
    case 'ResolveConflict':
      return resolveConflict(command, state);
    case 'RecordRecusal':
      return recuse(command, state);
    case 'VerifyQuorum':
      return verifyQuorum(command, state);
    case 'OpenVote':
      return openVote(command, state);
    case 'CastVote':
      return cast(command, state);
    case 'RecordSecretTally':
      return recordTally(command, state);
    case 'CloseVote':
      return close(command, state);
    case 'RecordDraw':
      return recordDraw(command, state);
    case 'CastSecondVote':
      return castSecondVote(command, state);
    case 'PostponeTie':
      return postponeTie(command, state);
    case 'CloseMeeting':
      return closeMeeting(command, state);
    case 'DraftMinutes':
      return draftMinutes(command, state);
    case 'AmendAgenda':
      return amendAgenda(command, state);
    case 'RectifyMinutes':
      return rectifyMinutes(command, state);
    case 'ApproveMinutes':
      return approveMinutes(command, state);
    case 'VoidVote':
      return voidVote(command, state);
  }
}

/**
 * GB-9: they are of the sitting as its record stands, and carry the hash of it. A corrected draft
 * is a new document beside the old one, never a replacement.
 */
function draftMinutes(
  { data: { minutes, record, grounds }, by }: SittingAsked<'DraftMinutes'>,
  state: SittingState,
): SittingDecision {
  if (state.minutes?.sha256 === minutes) return refuse(sittingRules.SameMinutes);
  if (record !== undefined && record !== grounds.record) {
    return refuse(sittingRules.OtherRecord, { record: grounds.record });
  }
  const data = { minutes, draftedBy: by.person, record: grounds.record };
  return accept({ type: 'MinutesDrafted', data });
}

/** GB-9, X-5: on the record of the sitting as it stands, by another person, who was there. */
function approveMinutes(
  { data: { minutes, record, grounds }, by }: SittingAsked<'ApproveMinutes'>,
  { minutes: drafted, attended }: SittingState,
): SittingDecision {
  if (drafted?.sha256 !== minutes) {
    return refuse(sittingRules.OtherMinutes, { minutes: drafted?.sha256 ?? null });
  }
  const read = [drafted.record, record].filter((one) => one !== undefined);
  if (read.some((one) => one !== grounds.record)) {
    return refuse(sittingRules.OtherRecord, { record: grounds.record });
  }
  if (drafted.draftedBy === by.person) return refuse(sittingRules.OwnMinutes);
  if (!attended.includes(by.person)) return refuse(sittingRules.NotAmongThePresent);
  return accept({ type: 'MinutesApproved', data: { minutes, approvedBy: by.person } });
}

/** GB-9: by who keeps the minutes or was there; what is put right stays readable. */
function rectifyMinutes(
  { data: { minutes, rectifies }, by }: SittingAsked<'RectifyMinutes'>,
  { minutes: standing, attended, secretary }: SittingState,
): SittingDecision {
  if (standing?.sha256 !== rectifies) {
    return refuse(sittingRules.OtherMinutes, { minutes: standing?.sha256 ?? null });
  }
  if (minutes === rectifies) return refuse(sittingRules.SameMinutes);
  if (by.person !== secretary && !attended.includes(by.person)) {
    return refuse(sittingRules.NotAmongThePresent);
  }
  return accept({
    type: 'MinutesRectified',
    data: { minutes, rectifies, rectifiedBy: by.person },
  });
}
