import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { forgetDrafts, keepDraft, keptDraft } from './drafts.ts';

/** What browsers keep, as an object that names what it has. */
class Storage {
  getItem(name: string): string | null {
    return (this as unknown as Record<string, string>)[name] ?? null;
  }
  setItem(name: string, text: string): void {
    Object.assign(this, { [name]: text });
  }
  removeItem(name: string): void {
    Reflect.deleteProperty(this, name);
  }
}

const before = Object.getOwnPropertyDescriptor(globalThis, 'localStorage');
const keepIn = (storage: object) => {
  Object.defineProperty(globalThis, 'localStorage', { configurable: true, value: storage });
};

beforeEach(() => {
  keepIn(new Storage());
});
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'localStorage');
  if (before) Object.defineProperty(globalThis, 'localStorage', before);
});

describe('a draft', () => {
  it('is that of a person and a form, and no other', () => {
    keepDraft('person-1', 'sign.a', 'uno');
    keepDraft('person-1', 'sign.b', 'due');
    expect(keptDraft('person-1', 'sign.a')).toBe('uno');
    expect(keptDraft('person-1', 'sign.b')).toBe('due');
    expect(keptDraft('person-2', 'sign.a')).toBe('');
  });

  it('is forgotten when nothing is left of it', () => {
    keepDraft('person-1', 'sign.a', 'uno');
    keepDraft('person-1', 'sign.a', '');
    expect(Object.keys(localStorage)).toStrictEqual([]);
  });

  it('is forgotten with all others of who signs out, and theirs alone', () => {
    localStorage.setItem('tavolo.language', 'en');
    for (const person of ['person-1', 'person-10']) keepDraft(person, 'sign.a', 'uno');
    keepDraft('person-1', 'vote.b', 'due');
    forgetDrafts('person-1');
    expect(keptDraft('person-1', 'sign.a') + keptDraft('person-1', 'vote.b')).toBe('');
    expect(keptDraft('person-10', 'sign.a')).toBe('uno');
    expect(localStorage.getItem('tavolo.language')).toBe('en');
  });

  it('is not kept by a browser that keeps nothing, and nothing breaks', () => {
    keepIn({});
    keepDraft('person-1', 'sign.a', 'uno');
    forgetDrafts('person-1');
    expect(keptDraft('person-1', 'sign.a')).toBe('');
  });
});
