import type { RecordedEvent } from '@tavolo/event-store';
import { defineTable } from '@tavolo/projection';
import type { Projection, Writer } from '@tavolo/projection';
import type { ProgrammeEvent } from '../domain/programme.events.js';

export type ProgrammeRow = Readonly<{
  id: string;
  revision: number;
  status: 'active' | 'adopted' | 'amended' | 'closed' | 'closing' | 'defined';
  title: string;
  titleEn: string | null;
  fund: string;
  period: string;
  objective: string | null;
  source: string | null;
  act: string | null;
  adoptedOn: string | null;
  envelopeCents: number | null;
  /** What each call was given of the envelope. */
  allocations: readonly Readonly<{ call: string; cents: number }>[];
}>;

export const programmeTable = defineTable<ProgrammeRow>('programme', {
  columns: ['period', 'status'],
  order: 'title',
});

export const programmeProjection: Projection = {
  name: 'programme',
  version: 2,
  categories: ['programme'],
  tables: [programmeTable],
  apply(recorded, write) {
    const row = next(recorded, write);
    if (row) write.put(programmeTable, row);
  },
};

function next(recorded: RecordedEvent, write: Writer): ProgrammeRow | null {
  const { stream: id, revision } = recorded;
  const { type, data } = recorded as unknown as ProgrammeEvent;
  const row = write.get(programmeTable, id);
  switch (type) {
    case 'ProgrammeDefined':
      return {
        ...{ id, revision, status: 'defined', title: data.title, titleEn: data.titleEn ?? null },
        ...{ fund: data.fund, period: data.period, objective: data.objective ?? null },
        ...{ source: data.source ?? null, act: null, adoptedOn: null },
        ...{ envelopeCents: data.envelopeCents ?? null, allocations: [] },
      };
    case 'ProgrammeAdopted':
      return (
        row && { ...row, revision, status: 'adopted', act: data.act, adoptedOn: data.adoptedOn }
      );
    case 'ProgrammeActivated':
      return row && { ...row, revision, status: 'active' };
    case 'ProgrammeAmended':
      return row && { ...row, revision, status: 'amended', ...amended(data) };
    case 'BudgetAllocated': {
      const { call, allocatedCents: cents } = data;
      const others = row?.allocations.filter((one) => one.call !== call) ?? [];
      return row && { ...row, revision, allocations: [...others, { call, cents }] };
    }
    case 'ProgrammeClosingStarted':
      return row && { ...row, revision, status: 'closing' };
    case 'ProgrammeClosed':
      return row && { ...row, revision, status: 'closed' };
    default:
      // A type of a later version of the house is passed over.
      return null;
  }
}

type Amended = Extract<ProgrammeEvent, { type: 'ProgrammeAmended' }>['data'];

function amended({ title, titleEn, objective, envelopeCents }: Amended): Partial<ProgrammeRow> {
  const named = { title, titleEn, objective, envelopeCents };
  const given = Object.entries(named).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as Partial<ProgrammeRow>;
}
