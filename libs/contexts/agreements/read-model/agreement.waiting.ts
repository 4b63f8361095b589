import { awaits, end, process, waitingPart } from '@tavolo/waiting';
import type { Move, MoveCode, Read, State } from '@tavolo/waiting';
import type { AgreementStatus } from '../contract/index.js';
import { coordinator, cycle } from './agreement.cycle.js';
import { agreementPartyTable, agreementTable, agreementVersionTable } from './agreement.rows.js';
import type { AgreementRow, AgreementVersionRow } from './agreement.rows.js';
import { versionId } from './agreement-version.rows.js';

const signing = ['signAgreement', 'settleRefusal', 'registerAgreement'] as const;

/** What an amendment goes through beside the version in force. */
const amending = [
  ...['reviseText', 'freezeText', 'reserveAmount', 'approveText', 'openForSignature'],
  ...[...signing, 'publishAgreement', 'bringIntoForce'],
] as const satisfies readonly MoveCode[];

/** Whose move it is about an agreement, and about each amendment of it. */
export const agreementWaiting = waitingPart<AgreementRow, AgreementStatus>({
  name: 'agreement',
  categories: ['agreement'],
  table: agreementTable,
  reads: [agreementPartyTable, agreementVersionTable],
  statusOf: ({ status }) => status,
  states: {
    Drafted: ofCycle('Drafted', 'reviseText'),
    UnderReview: ofCycle('UnderReview', 'freezeText'),
    TextFrozen: ofCycle('TextFrozen', 'reserveAmount', 'approveText', 'openForSignature'),
    ApprovedByParties: ofCycle('ApprovedByParties', 'openForSignature'),
    OpenForSignature: ofCycle('OpenForSignature', ...signing),
    PartiallySigned: ofCycle('PartiallySigned', ...signing),
    FullySigned: ofCycle('FullySigned', 'registerAgreement'),
    Registered: ofCycle('Registered', 'meetCondition', 'publishAgreement', 'bringIntoForce'),
    InForce: awaits(
      ['expireAgreement', 'terminateAgreement', 'reserveAmount', 'decideExtension'],
      (row, read) => [ending(row), ...extension(row, read)],
    ),
    Suspended: awaits(['resumeAgreement', 'expireAgreement', 'terminateAgreement'], (row, read) => [
      { move: 'resumeAgreement', who: whoCoordinates(row, read) },
      ending(row),
    ]),
    Expired: settling(),
    Terminated: settling(),
    Annulled: settling(),
    Withdrawn: end,
    Closed: end,
  },
  beside: {
    moves: amending,
    of: (row, read) => versionsOf(row, read).flatMap((version) => ofAmendment(row, version)),
  },
  place: ({ network, plan, title, titleEn }) => ({ network, plan, title, titleEn }),
});

type Step = keyof typeof cycle;

function ofCycle(step: Step, ...moves: readonly MoveCode[]): State<AgreementRow> {
  return awaits(moves, (row, read) => {
    const version = read.get(agreementVersionTable, versionId(row.id, null));
    return version ? cycle[step](row, version) : [];
  });
}

function settling(): State<AgreementRow> {
  return awaits(['closeAgreement'], (row, read) => [
    { move: 'closeAgreement', who: whoCoordinates(row, read) },
  ]);
}

/** at its end it expires by itself, or on notice before that. */
function ending({ end: on, notice }: AgreementRow): Move {
  const who = process('term');
  return notice
    ? { move: 'terminateAgreement', who, due: { on: notice.effectiveOn }, about: notice.party }
    : { move: 'expireAgreement', who, due: { on } };
}

/** a later end is decided before the present one is over. */
function extension(row: AgreementRow, read: Read): readonly Move[] {
  if (!row.extension) return [];
  if (!row.extension.reserved) return [{ move: 'reserveAmount', who: process('reservation') }];
  const who = whoCoordinates(row, read);
  return [{ move: 'decideExtension', who, due: { on: row.end } }];
}

function ofAmendment(row: AgreementRow, version: AgreementVersionRow): readonly Move[] {
  const isOpen = version.amendment !== null && version.number === null;
  return isOpen && version.status in cycle ? cycle[version.status as Step](row, version) : [];
}

function versionsOf({ id }: AgreementRow, read: Read): readonly AgreementVersionRow[] {
  return read.where(agreementVersionTable, 'agreement', id);
}

/** Of the parties as they are now: an amendment may have changed them. */
function whoCoordinates(row: AgreementRow, read: Read) {
  const parties = read.where(agreementPartyTable, 'agreement', row.id);
  return coordinator(row, {
    parties: parties.map((party) => ({ ...party, ...untouched })),
  });
}

const untouched = {
  ...{ joining: false, leaving: false, refusal: null, reminder: null, reverification: null },
} as const;
