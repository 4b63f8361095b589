import { afterEach, describe, expect, it } from '@jest/globals';
import { exits } from '../problem.js';
import { placeOf, placeOfSettings } from './place.js';

const at = (text: string, namespace?: string) => placeOf({ option: '--from', text, namespace });

describe('a place of a log', () => {
  afterEach(() => {
    Reflect.deleteProperty(process.env, 'TAVOLO_EVENTSTOREDB');
    Reflect.deleteProperty(process.env, 'TAVOLO_DATA');
  });

  it('is a folder, or a server, which is named without its password', () => {
    expect(at('sqlite:/srv/data')).toEqual({
      ...{ name: '/srv/data', folder: '/srv/data' },
      log: { kind: 'embedded', file: '/srv/data/log.db' },
    });
    const address = 'esdb://tavolo:canary@db.example:2113,two.example:2113?tls=true';
    expect(at(address)).toMatchObject({
      ...{ name: 'EventStoreDB (db.example:2113,two.example:2113)', folder: null },
      log: { kind: 'eventstoredb', connectionString: address },
    });
    expect(at(address, 'lombardia.')).toMatchObject({
      name: 'EventStoreDB (db.example:2113,two.example:2113, lombardia.*)',
      log: { namespace: 'lombardia.' },
    });
  });

  it('is the server of the settings where `esdb:` is all that is said', () => {
    expect(() => at('esdb:')).toThrow('--from is esdb:: write sqlite:<data folder>');
    process.env.TAVOLO_EVENTSTOREDB = 'esdb://127.0.0.1:2113?tls=false';
    expect(at('esdb:')).toMatchObject({ name: 'EventStoreDB (127.0.0.1:2113)' });
    expect(placeOfSettings()).toMatchObject({ name: 'EventStoreDB (127.0.0.1:2113)' });
  });

  it('is the folder of the settings where no server is in them', () => {
    expect(placeOfSettings()).toMatchObject({ folder: 'data' });
    process.env.TAVOLO_DATA = '/srv/data';
    expect(placeOfSettings()).toMatchObject({ folder: '/srv/data' });
  });

  it.each(['sqlite:', 'esdb://', 'mysql://db.example/x', 'data'])(
    'is nothing else: %s ends the command with a sentence',
    (text) => {
      const told = (): unknown => at(text);
      expect(told).toThrow(`--from is ${text}: write sqlite:<data folder>, or the esdb://`);
      expect(told).toThrow(expect.objectContaining({ exitCode: exits.usage }));
    },
  );
});
