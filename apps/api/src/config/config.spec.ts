import { describe, expect, it } from '@jest/globals';
import { BadConfig, configFrom } from './config.js';

/** What every server but a demo needs. */
const issuer = { TAVOLO_ISSUER: 'https://login.example.org' };

describe('the settings', () => {
  it('have a value where none is given', () => {
    expect(configFrom(issuer)).toMatchObject({
      ...{ host: '127.0.0.1', port: 4000, dataFolder: 'data', zone: 'Europe/Rome', demo: false },
    });
    expect(configFrom({}, ['--demo']).demo).toBe(true);
  });

  it.each(['0.0.0.0', '192.168.1.5', 'example.org', '::'])(
    'refuse to listen on %s, where others could reach it',
    (host) => {
      expect(() => configFrom({ ...issuer, TAVOLO_HOST: host })).toThrow(BadConfig);
      expect(configFrom({ ...issuer, TAVOLO_HOST: 'localhost' }).host).toBe('localhost');
    },
  );

  it('trace nothing where no collector is named, and go by the names of OpenTelemetry', () => {
    expect(configFrom(issuer).traces).toBeNull();
    const OTEL_EXPORTER_OTLP_ENDPOINT = 'http://127.0.0.1:4318/';
    expect(configFrom({ ...issuer, OTEL_EXPORTER_OTLP_ENDPOINT }).traces).toEqual({
      ...{ url: 'http://127.0.0.1:4318/v1/traces', service: 'tavolo', ratio: 1 },
    });
    const off = { OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_SDK_DISABLED: 'true' };
    expect(configFrom({ ...issuer, ...off }).traces).toBeNull();
  });

  it.each([
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'x' }, 'OTEL_EXPORTER_OTLP_ENDPOINT is x: write the address'],
    [
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1', OTEL_TRACES_SAMPLER_ARG: '1.1' },
      'OTEL_TRACES_SAMPLER_ARG is 1.1: write the share',
    ],
    [{ PORT: 'x' }, 'PORT is x: write a number'],
    [{ PORT: '70000' }, 'PORT is 70000'],
    [{ TAVOLO_FEED_PORT: '0' }, 'TAVOLO_FEED_PORT is 0'],
    [{ TAVOLO_ZONE: 'Europe/Roma' }, 'TAVOLO_ZONE is Europe/Roma'],
    [
      { TAVOLO_ACCESSIBILITY_CONTACT: 'urp' },
      'TAVOLO_ACCESSIBILITY_CONTACT is urp: write an e-mail',
    ],
    [{ TAVOLO_ACCESSIBILITY_CONTACT: 'javascript:a@b.it' }, 'TAVOLO_ACCESSIBILITY_CONTACT is'],
    [{ TAVOLO_ACCESSIBILITY_CONTACT: 'http://urp.example.org' }, 'TAVOLO_ACCESSIBILITY_CONTACT is'],
    [{ TAVOLO_DOCUMENT_MAX_MB: '0' }, 'TAVOLO_DOCUMENT_MAX_MB is 0'],
  ])('say of %p what to write instead', (env, sentence) => {
    expect(() => configFrom({ ...issuer, ...env })).toThrow(sentence);
  });
});

describe('to whom obstacles to access are reported', () => {
  const contactOf = (env: NodeJS.ProcessEnv, words: readonly string[] = []) =>
    configFrom({ ...issuer, ...env }, words).accessibilityContact;

  it('is an e-mail address or a page with a form; nobody unless told, and an invented one in a demo', () => {
    expect(contactOf({})).toBeNull();
    expect(configFrom({}, ['--demo']).accessibilityContact).toBe('accessibilita@tavolo.example');
    for (const address of ['urp@regione.example', 'https://regione.example/segnalazioni']) {
      expect(contactOf({ TAVOLO_ACCESSIBILITY_CONTACT: address })).toBe(address);
    }
  });
});

describe('what looks for harm in documents', () => {
  const scannerOf = (TAVOLO_CLAMD: string) => configFrom({ TAVOLO_CLAMD }, ['--demo']).scanner;

  it('is found by its port or its socket, and is none unless told', () => {
    expect(configFrom({}, ['--demo']).scanner).toBeNull();
    expect(scannerOf('127.0.0.1:3310')).toStrictEqual({ host: '127.0.0.1', port: 3310 });
    expect(scannerOf('/run/clamd.sock')).toStrictEqual({ path: '/run/clamd.sock' });
  });

  it.each(['clamd', 'clamd:', 'clamd:0', 'clamd:65536'])('is not %s', (address) => {
    expect(() => scannerOf(address)).toThrow('TAVOLO_CLAMD is');
  });
});
