import { describe, expect, it } from '@jest/globals';
import { StoreInUse } from '@tavolo/event-store';
import { unusableAddressOf } from '../config/config.js';
import { unusableDataOf } from './unusable-data.js';

const failed = (about: object) => Object.assign(new Error('failed'), about);

describe('what keeps a server from starting is said in a sentence', () => {
  it.each([
    [{ code: 'EACCES' }, 'cannot be written'],
    [{ code: 'EROFS' }, 'cannot be written'],
    [{ code: 'ERR_SQLITE_ERROR', errcode: 8 }, 'cannot be written'],
    [{ code: 'ERR_SQLITE_ERROR', errcode: 8 + 256 }, 'cannot be written'],
    [{ code: 'ERR_SQLITE_ERROR', errcode: 14 }, 'cannot be written'],
    [{ code: 'EEXIST' }, 'is no folder'],
    [{ code: 'ENOTDIR' }, 'is no folder'],
    [{ code: 'ENOSPC' }, 'disk that is full'],
  ])('%p of the data folder', (about, sentence) => {
    const said = unusableDataOf(failed(about), '/srv/tavolo');
    expect(said?.message).toContain('/srv/tavolo');
    expect(said?.message).toContain(sentence);
    expect(said?.message).toContain('TAVOLO_DATA');
  });

  it('an error of a store keeps its own sentence', () => {
    const inUse = new StoreInUse('log.db');
    expect(unusableDataOf(inUse, 'data')?.message).toBe(inUse.message);
  });

  it.each(['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL'])('%s of the address', (code) => {
    const said = unusableAddressOf(failed({ code }), { host: '127.0.0.1', port: 80 });
    expect(said?.message).toMatch(/^Port 80 of 127\.0\.0\.1 .*: .*(PORT|TAVOLO_HOST)\.$/);
  });

  it('a defect is none of these', () => {
    expect(unusableDataOf(new TypeError('x is not a function'), 'data')).toBeNull();
    expect(unusableDataOf(failed({ code: 'ERR_SQLITE_ERROR', errcode: 1 }), 'data')).toBeNull();
    expect(unusableAddressOf(new Error('x'), { host: 'localhost', port: 1 })).toBeNull();
  });
});
