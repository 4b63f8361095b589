import { Buffer } from 'node:buffer';
import { canonicalJson, NotCanonical } from '@tavolo/kernel';
import { AppendTooLarge, InvalidAppend, MAX_APPEND_BYTES } from './event-store.js';
import type { ExpectedRevision, NewEvent } from './event-store.js';

/** An event as an adapter stores it: data and meta are canonical JSON. */
export type AdmittedEvent = Readonly<{
  id: string;
  type: string;
  schema: number;
  data: string;
  meta: string;
}>;

export type Admitted = Readonly<{ events: readonly AdmittedEvent[]; bytes: number }>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const UNFIT_FOR_A_NAME = /[$\p{Cc}]/u;

/**
 * Everything an append is checked for before a store sees it, so that every store refuses alike:
 * what a client library does with a BigInt or a cycle ranges from silence to a dead process.
 * @throws InvalidAppend | AppendTooLarge | NotCanonical
 */
export function admit(
  stream: string,
  events: readonly NewEvent[],
  expected: ExpectedRevision,
): Admitted {
  checkName(stream);
  checkExpected(expected);
  if (events.length === 0) throw new InvalidAppend(`an append to ${stream} holds no event`);
  const admitted = events.map(admitEvent);
  const bytes = admitted.reduce((sum, { data, meta }) => sum + sizeOf(data) + sizeOf(meta), 0);
  if (bytes > MAX_APPEND_BYTES) throw new AppendTooLarge(bytes);
  return { events: admitted, bytes };
}

/** @throws InvalidAppend */
export function checkName(stream: string): void {
  if (stream === '' || UNFIT_FOR_A_NAME.test(stream) || !stream.isWellFormed()) {
    throw new InvalidAppend(`${JSON.stringify(stream)} cannot be the name of a stream`);
  }
}

/** @throws InvalidAppend */
export function checkExpected(expected: ExpectedRevision): void {
  if (typeof expected === 'number' && !isCount(expected)) {
    throw new InvalidAppend(`${String(expected)} cannot be a revision`);
  }
}

function admitEvent({ id, type, schema, data, meta }: NewEvent): AdmittedEvent {
  if (!UUID.test(id)) throw new InvalidAppend(`${id} is no UUID in lower case`);
  if (type === '' || !type.isWellFormed()) throw new InvalidAppend(`event ${id} has no type`);
  if (!isCount(schema) || schema < 1) {
    throw new InvalidAppend(`${String(schema)} cannot be the schema number of ${type}`);
  }
  return { id, type, schema, data: written(data, 'data'), meta: written(meta, 'meta') };
}

function written(value: object, part: string): string {
  const text = canonical(value, `/${part}`);
  if (!text.startsWith('{')) throw new InvalidAppend(`the ${part} of an event must be an object`);
  return text;
}

function canonical(value: object, path: string): string {
  try {
    return canonicalJson(value, path);
  } catch (error) {
    if (error instanceof NotCanonical) throw error;
    // A cycle ends where the call stack does.
    throw new NotCanonical(path, 'it holds itself, or is nested too deeply');
  }
}

const sizeOf = (text: string) => Buffer.byteLength(text);
const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0;
