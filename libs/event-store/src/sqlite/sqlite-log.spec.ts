import { describe, expect, it } from '@jest/globals';
import { DatabaseSync } from 'node:sqlite';
import { freshFolder } from '../../test/folder.js';
import { Bell } from '../bell.js';
import { event, events } from '../contract/harness.contract.js';
import type { Position } from '../event-store.js';
import { ordinalOf, PAGE_BYTES, PAGE_EVENTS, positionOf } from '../log.js';
import { openToRead } from './data-file.js';
import { SqliteEventStore } from './sqlite-event-store.js';
import { SqliteLog } from './sqlite-log.js';

const whole = { after: 0, upTo: 1000, max: PAGE_EVENTS, backwards: false };

describe('a page of the log', () => {
  const path = freshFolder();

  it('holds a bounded number of events, filtered or not', async () => {
    const store = await SqliteEventStore.open(path());
    await store.append('note-1', events(300), { expected: 'noStream' });
    for (const filter of [undefined, { categories: ['note'] }]) {
      const { events: page, complete } = open(path()).page(whole, filter);
      expect([page.length, complete]).toEqual([PAGE_EVENTS, false]);
    }
    const rest = open(path()).page({ ...whole, after: PAGE_EVENTS }, undefined);
    expect([rest.events.length, rest.complete]).toEqual([300 - PAGE_EVENTS, true]);
    await store.close();
  });

  it('holds a bounded number of bytes, but never nothing', async () => {
    const store = await SqliteEventStore.open(path());
    const large = { text: 'x'.repeat(PAGE_BYTES * 0.6) };
    for (let i = 0; i < 5; i += 1) {
      await store.append(`note-${String(i)}`, [event(i, large)], { expected: 'noStream' });
    }
    const { events: page, complete } = open(path()).page(whole, undefined);
    expect([page.length, complete]).toEqual([2, false]);
    const last = open(path()).page({ ...whole, after: 4 }, undefined);
    expect([last.events.length, last.complete]).toEqual([1, true]);
    await store.close();
  });

  it('is found by an index, whatever is asked for', async () => {
    const store = await SqliteEventStore.open(path());
    await store.close();
    const db = new DatabaseSync(path(), { readOnly: true });
    const plan = (sql: string) => JSON.stringify(db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all());
    const order = 'AND position > 5 AND position <= 9 ORDER BY position LIMIT 3';
    for (const column of ['category_no', 'type_no']) {
      const words = plan(`SELECT position FROM events WHERE ${column} = 1 ${order}`);
      expect(words).toContain(`${column}=? AND position>? AND position<?`);
      expect(words).not.toContain('TEMP B-TREE');
    }
    db.close();
  });
});

describe('a position', () => {
  it('is text whose order is the order of the log', () => {
    const positions = [0, 1, 9, 10, 99, 100, 2 ** 53 - 1].map(positionOf);
    expect(positions).toEqual([...positions].sort());
    expect(positions.map(ordinalOf)).toEqual([0, 1, 9, 10, 99, 100, 2 ** 53 - 1]);
  });

  it.each(['1', '00000000000000000001:00000000000000000001', 'x'.repeat(20)])(
    'of another store is refused: %s',
    (position) => {
      expect(() => ordinalOf(position as Position)).toThrow(TypeError);
    },
  );
});

function open(file: string): SqliteLog {
  return new SqliteLog(openToRead(file), { bell: new Bell(), now: () => 0 });
}
