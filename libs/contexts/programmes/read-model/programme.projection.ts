import type { RecordedEvent } from '@tavolo/event-store';
import { defineTable } from '@tavolo/projection';
import type { Projection, Writer } from '@tavolo/projection';
import type { ProgrammeEvent } from '../domain/programme.events.js';

export type ProgrammeRow = Readonly<{
  id: string;
  revision: number;
  status: 'adopted' | 'defined';
  title: string;
  titleEn: string | null;
  fund: string;
  period: string;
  objective: string | null;
  source: string | null;
  act: string | null;
  adoptedOn: string | null;
}>;

export const programmeTable = defineTable<ProgrammeRow>('programme', {
  columns: ['period', 'status'],
  order: 'title',
});

export const programmeProjection: Projection = {
  name: 'programme',
  version: 1,
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
      };
    case 'ProgrammeAdopted':
      return (
        row && { ...row, revision, status: 'adopted', act: data.act, adoptedOn: data.adoptedOn }
      );
  }
}
