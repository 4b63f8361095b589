import { appointmentTable } from '@tavolo/access/projections';
import { processMatters } from '@tavolo/process/projections';
import { capacityTable, moveTable } from '@tavolo/waiting';
import type { ReadingOf } from './declaration.js';

/** Who may read what the libraries keep: what is awaited, matters of processes, histories. */
export const commonReading: ReadingOf = {
  rows: [
    {
      ...{ table: moveTable, action: 'read' },
      ...{ at: ['object', 'board'], matters: ['object', 'about'] },
    },
    {
      ...{ table: appointmentTable, category: 'appointment', action: 'read' },
      at: ['scope', 'person'],
    },
    { table: capacityTable, action: 'readRegister', at: ['source'] },
    {
      ...{ table: processMatters, action: 'read' },
      ...{ at: ['subject', 'owner'], matters: ['subject'] },
    },
  ],
  types: { Appointment: {} },
  values: [
    ...['AccessPolicy', 'PoliciesActivated', 'PolicyFile', 'PolicyVersion'],
    ...['ExplainedFact', 'ExplainedMandate', 'Explanation'],
    ...['AwaitedMove', 'AwaitedOf', 'AwaitedPerson', 'BrowserSession', 'CalendarLink'],
    'Reminder',
    ...['ClosedLogin', 'LoginsChanged'],
    ...['CalendarLinkCreated', 'CalendarLinkRevoked', 'Difference', 'EndingTerm', 'Event'],
    'EventBasis',
    ...[
      'EventDocument',
      'Inbox',
      'LoggedEvent',
      'Money',
      'ObjectChange',
      'PageInfo',
      'Person',
      'ProcessMatter',
    ],
    'ReadingTrace',
    ...['Refusal', 'RefusalDetail', 'SessionsEnded', 'SignInInvitation', 'SignInInvitationEnded'],
    ...['Snapshot', 'TavoloInstance'],
  ],
  queries: {
    ...{ asOf: 'nothing', eventId: 'nothing', instance: 'nothing', position: 'nothing' },
    ...{ policyVersions: 'nothing', provisional: 'nothing', recordedAt: 'nothing' },
    ...{
      calendarLinks: 'own',
      closedLogins: 'own',
      // Of others, and of what is not there for who asks, `Reading` says whether.
      explanation: 'own',
      inbox: 'own',
      inboxChanged: 'own',
      readingTraces: 'own',
      sessions: 'own',
    },
    ...{ changed: 'rows', node: 'rows', nodes: 'rows', search: 'rows', processMatters: 'rows' },
    ...{ appointment: 'rows', appointments: 'rows', waiting: 'rows', waitingFor: 'rows' },
    // Through `Reading.ofLog`, as histories.
    ...{ difference: 'rows', event: 'rows', events: 'rows', eventsRecorded: 'rows' },
    history: 'rows',
  },
};
