import type { RecordedEvent } from '@tavolo/event-store';
import type { Instant } from '@tavolo/kernel';
import { defineTable } from '@tavolo/projection';
import type { Projection, Writer } from '@tavolo/projection';
import type { ProcessManagerEvent } from './process.events.js';

/** Something that a process cannot do by itself and that somebody has to look at. */
export type ProcessMatter = Readonly<{
  /** The stream of the process instance; it has one open matter at most. */
  id: string;
  process: string;
  key: string;
  /** Stream of the newest fact that the process took up. */
  subject: string;
  /** Stream of the organisation or body that has to act; null when nobody is named. */
  owner: string | null;
  since: Instant;
  /** The rule and code that refused; null where no refusal stopped it. */
  rule: string | null;
  code: string | null;
  it: string;
  en: string;
  state: 'stopped' | 'waiting';
}>;

/** Open matters; one that is settled is closed, and still there as of before. */
export const processMatters = defineTable<ProcessMatter>('process_matter', {
  columns: ['process', 'subject', 'owner', 'state'],
  order: 'since',
});

/** Which processes wait for a person, and which have stopped. */
export const processMattersProjection: Projection = {
  name: 'process-matters',
  version: 1,
  // The streams are pm_<name>-<key>: a category for each process, and all of them are wanted.
  categories: [],
  tables: [processMatters],
  apply(recorded, write) {
    if (recorded.stream.startsWith('pm_')) applyTo(recorded, write);
  },
};

function applyTo(recorded: RecordedEvent, write: Writer): void {
  const event = recorded as unknown as ProcessManagerEvent;
  switch (event.type) {
    case 'ProcessBeganWaiting':
      open(recorded, write, { ...event.data, rule: null, code: null, state: 'waiting' });
      return;
    case 'ProcessStopped':
      open(recorded, write, { ...event.data, state: 'stopped' });
      return;
    case 'ProcessCommandGiven':
    case 'ProcessFinished':
      // It goes on by itself, or is at its end: there is nothing left to look at.
      if (write.get(processMatters, recorded.stream)) write.close(processMatters, recorded.stream);
      return;
    case 'ProcessReacted':
    case 'ProcessCommandAccepted':
    case 'ProcessCommandRefused':
    case 'TimerScheduled':
    case 'TimerCancelled':
    case 'TimerFired':
      return;
  }
}

export const processProjections: readonly Projection[] = [processMattersProjection];

type Opened = Pick<ProcessMatter, 'code' | 'owner' | 'rule' | 'state' | 'subject'> &
  Readonly<{ why: Readonly<{ it: string; en: string }> }>;

function open({ stream, meta }: RecordedEvent, write: Writer, { why, ...matter }: Opened): void {
  const dash = stream.indexOf('-');
  write.put(processMatters, {
    ...matter,
    id: stream,
    process: stream.slice('pm_'.length, dash),
    key: stream.slice(dash + 1),
    since: meta.recordedAt,
    it: why.it,
    en: why.en,
  });
}
