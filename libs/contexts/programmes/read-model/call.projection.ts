import type { RecordedEvent } from '@tavolo/event-store';
import type { Projection, Writer } from '@tavolo/projection';
import type { CallCourseEvent } from '../domain/call.course.events.js';
import type { CallEvent } from '../domain/call.events.js';
import { callTable } from './call.rows.js';
import type { CallRow } from './call.rows.js';
import { courseChanges, isOfCourse } from './call-course.rows.js';

export const callProjection: Projection = {
  name: 'call',
  version: 4,
  categories: ['call'],
  tables: [callTable],
  apply(recorded, write) {
    const row = next(recorded, write);
    if (row) write.put(callTable, { ...row, revision: recorded.revision });
  },
};

function next(recorded: RecordedEvent, write: Writer): CallRow | null {
  const event = recorded as unknown as CallEvent;
  if (event.type === 'CallDrafted') return drafted(recorded.stream, event.data);
  const row = write.get(callTable, recorded.stream);
  if (!row) return null;
  const change = isOfCourse(event) ? courseChanges(row, event) : changes(row, event);
  return { ...row, ...change };
}

type Drafted = Extract<CallEvent, { type: 'CallDrafted' }>['data'];

function drafted(id: string, data: Drafted): CallRow {
  const { programme, period, number, title, budgetCents, leadKinds, mandatoryCategories } = data;
  return {
    ...{ id, revision: 0, status: 'drafted', programme, period, number, title, budgetCents },
    ...{ leadKinds, mandatoryCategories, titleEn: data.titleEn ?? null },
    ...{ acronym: data.acronym ?? null, continues: data.continues ?? null },
    ...{ generalDeadline: data.deadline ?? null, regionalDeadlines: {} },
    ...{ deadline: data.deadline ?? null, eligibleFrom: data.eligibleFrom ?? null },
    ...{ eligibleUntil: data.eligibleUntil ?? null, source: data.source ?? null },
    ...{ act: null, registrationNo: null, registeredOn: null, publishedAt: null },
    ...{
      extensions: [],
      assignments: [],
      returned: [],
      rectifications: [],
      ranking: null,
      restsFrom: null,
    },
    remodulationThresholdPercent: data.remodulationThresholdPercent ?? null,
  };
}

function changes(
  row: CallRow,
  { type, data }: Exclude<CallEvent, CallCourseEvent | { type: 'CallDrafted' }>,
) {
  switch (type) {
    case 'CallApproved':
      return { status: 'approved', act: data.act } as const;
    case 'CallRegistered': {
      const { registrationNo, registeredOn } = data;
      return { status: 'registered', registrationNo, registeredOn } as const;
    }
    case 'CallPublished':
      return { status: 'published', publishedAt: data.publishedAt } as const;
    case 'CallDeadlineExtended': {
      const { act, deadline, regions = [] } = data;
      const extensions = [...row.extensions, { act, deadline, regions }];
      return { extensions, ...extended(row, deadline, regions) };
    }
    case 'CallClosed':
      return { status: 'closedForApplications' } as const;
    case 'FundingAssigned': {
      const { plan, cents, act } = data;
      const assignments = [...row.assignments, { plan, cents, act }];
      const status = row.status === 'implementing' ? row.status : 'awarded';
      return { status, assignments } as const;
    }
  }
}

/** For all it takes the place of every other, as it is later; for some it stands beside. */
function extended(row: CallRow, deadline: string, regions: readonly string[]) {
  if (regions.length === 0) return { deadline, generalDeadline: deadline, regionalDeadlines: {} };
  const own = Object.fromEntries(regions.map((region) => [region, deadline]));
  return { deadline, regionalDeadlines: { ...row.regionalDeadlines, ...own } };
}
