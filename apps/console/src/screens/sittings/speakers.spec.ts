import { describe, expect, it } from '@jest/globals';
import { asks, next, nobody, speakersIn, spoken, withdraws } from './speakers.ts';

const at = (seconds: number) => new Date(Date.UTC(2026, 2, 12, 10, 0, seconds));
const two = asks(asks(nobody, 'Ada'), 'Bruno');

describe('the speakers of an item', () => {
  it('speak in the order in which they asked, each once', () => {
    const first = next(asks(two, 'Ada'), at(0));
    expect(first.speaking?.name).toBe('Ada');
    expect(asks(first, 'Ada').waiting).toStrictEqual(['Bruno']);
    const second = next(first, at(10));
    expect([second.speaking?.name, second.waiting]).toStrictEqual(['Bruno', []]);
    expect(next(second, at(20)).speaking).toBeNull();
  });

  it('go as they no longer want to speak', () => {
    expect(withdraws(two, 'Ada').waiting).toStrictEqual(['Bruno']);
  });

  it('are told how long they have spoken, and when that is too long', () => {
    const speaking = next({ ...two, minutes: 1 }, at(0));
    expect(spoken(speaking, at(5))).toStrictEqual({ clock: '0:05', isOver: false });
    expect(spoken(speaking, at(59))?.isOver).toBe(false);
    expect(spoken(speaking, at(75))).toStrictEqual({ clock: '1:15', isOver: true });
    expect(spoken(two, at(5))).toBeNull();
  });

  it('are there again as they were kept, and nobody where that cannot be read', () => {
    expect(speakersIn(JSON.stringify(two))).toStrictEqual(two);
    expect([null, '{', '[]', '{"waiting":1}'].map((one) => speakersIn(one))).toStrictEqual(
      Array.from({ length: 4 }, () => nobody),
    );
  });
});
