import { atRest, authority, awaits, end, waitingPart } from '@tavolo/waiting';
import type { Due, MoveCode, State } from '@tavolo/waiting';
import type { CallStatus } from '../contract/index.js';
import { callTable } from './call.rows.js';
import type { CallRow } from './call.rows.js';
import { programmeTable } from './programme.projection.js';
import type { ProgrammeRow } from './programme.projection.js';

/** A move of the authority, which runs programmes and calls. */
function byAuthority<Row>(
  move: MoveCode,
  dueOf: (row: Row) => Due | null = () => null,
): State<Row> {
  return awaits([move], (row) => [{ move, who: authority, due: dueOf(row) }]);
}

/** Whose move it is about a programme. */
export const programmeWaiting = waitingPart<ProgrammeRow, ProgrammeRow['status']>({
  name: 'programme',
  categories: ['programme'],
  table: programmeTable,
  statusOf: ({ status }) => status,
  states: {
    defined: byAuthority('adoptProgramme'),
    adopted: byAuthority('activateProgramme'),
    active: atRest('its calls run'),
    amended: atRest('its calls run'),
    closing: byAuthority('closeProgramme'),
    closed: end,
  },
  place: ({ title, titleEn }) => ({ title, titleEn }),
});

/** Whose move it is about a call. */
export const callWaiting = waitingPart<CallRow, CallStatus>({
  name: 'call',
  categories: ['call'],
  table: callTable,
  statusOf: ({ status }) => status,
  states: {
    drafted: byAuthority('approveCall'),
    approved: byAuthority('registerCall'),
    registered: byAuthority('publishCall'),
    published: byAuthority('closeCall', ({ deadline }) =>
      deadline === null ? null : { at: deadline },
    ),
    closedForApplications: byAuthority('startEvaluation'),
    underEvaluation: byAuthority('approveRanking'),
    rankingApproved: byAuthority('awardFunding'),
    awarded: byAuthority('startImplementation'),
    implementing: byAuthority('concludeCall'),
    suspended: byAuthority('resumeCall'),
    closed: end,
    withdrawn: end,
    annulled: end,
  },
  place: ({ title, titleEn }) => ({ title, titleEn }),
});
