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
  /** What came back of it, and may be allocated again (B-10). */
  returnedCents: number;
}>;

export const programmeTable = defineTable<ProgrammeRow>('programme', {
  columns: ['period', 'status'],
  order: 'title',
});

export const programmeProjection: Projection = {
  name: 'programme',
  version: 3,
  categories: ['programme'],
  tables: [programmeTable],
  apply(recorded, write) {
    const row = next(recorded, write);
    if (row) write.put(programmeTable, row);
  },
};

function next(recorded: RecordedEvent, write: Writer): ProgrammeRow | null {
  const { stream: id, revision } = recorded;
  const event = recorded as unknown as ProgrammeEvent;
  if (event.type === 'ProgrammeDefined') return { ...defined(id, event.data), revision };
  const row = write.get(programmeTable, id);
  return row && { ...row, ...changes(row, event), revision };
}

function defined(id: string, data: Defined): ProgrammeRow {
  return {
    ...{ id, revision: 0, status: 'defined', title: data.title, titleEn: data.titleEn ?? null },
    ...{ fund: data.fund, period: data.period, objective: data.objective ?? null },
    ...{ source: data.source ?? null, act: null, adoptedOn: null },
    ...{ envelopeCents: data.envelopeCents ?? null, allocations: [], returnedCents: 0 },
  };
}

type Defined = Extract<ProgrammeEvent, { type: 'ProgrammeDefined' }>['data'];
type Later = Exclude<ProgrammeEvent, { type: 'ProgrammeDefined' }>;

function changes(row: ProgrammeRow, { type, data }: Later): Partial<ProgrammeRow> {
  switch (type) {
    case 'ProgrammeAdopted':
      return { status: 'adopted', act: data.act, adoptedOn: data.adoptedOn };
    case 'ProgrammeActivated':
      return { status: 'active' };
    case 'ProgrammeAmended':
      return { status: 'amended', ...amended(data) };
    case 'BudgetAllocated': {
      const { call, allocatedCents: cents } = data;
      const others = row.allocations.filter((one) => one.call !== call);
      return { allocations: [...others, { call, cents }] };
    }
    case 'FundsReturnedToProgramme':
      return { returnedCents: row.returnedCents + data.cents };
    case 'ProgrammeClosingStarted':
      return { status: 'closing' };
    case 'ProgrammeClosed':
      return { status: 'closed' };
  }
}

type Amended = Extract<ProgrammeEvent, { type: 'ProgrammeAmended' }>['data'];

/** What an amendment names; what it does not name stays. */
function amended({ title, titleEn, objective, envelopeCents }: Amended): Partial<ProgrammeRow> {
  return {
    ...(title !== undefined && { title }),
    ...(titleEn !== undefined && { titleEn }),
    ...(objective !== undefined && { objective }),
    ...(envelopeCents !== undefined && { envelopeCents }),
  };
}
