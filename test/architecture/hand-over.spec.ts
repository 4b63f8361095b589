import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { replicaSettingsOf } from '../../apps/api/src/config/replica-settings.js';
import { COPY_PATH } from '../../apps/api/src/operations/read-model-copies.js';
import { rendered } from './chart.js';
import type { Values } from './chart.js';

const text = (file: string) => readFileSync(file, 'utf8');

/** Whom a server of these settings asks for its read model; its key is one of the right form. */
function asked(settings: Readonly<Record<string, string>>): readonly URL[] {
  const folder = mkdtempSync(join(tmpdir(), 'tavolo-key-'));
  const TAVOLO_REPLICA_KEY_FILE = join(folder, 'key');
  writeFileSync(TAVOLO_REPLICA_KEY_FILE, 'k'.repeat(43));
  const { readModelFrom } = replicaSettingsOf({ ...settings, TAVOLO_REPLICA_KEY_FILE });
  rmSync(folder, { recursive: true });
  return readModelFrom;
}

/** What a proxy does on a port of its own with TLS: copies pass, and nothing else. */
function expectCopiesAlone(proxy: string, certificate: string): void {
  const [, door = '', inner = ''] = /:8443 \{\n([^]*?)handle \{\n([^]*?)\}/u.exec(proxy) ?? [];
  expect(door).toContain(`tls ${certificate}\n`);
  expect(door).toMatch(/@copies \{\s+method POST\s+path (\S+)\s+\}\s+handle @copies \{/u);
  expect(/path (\S+)/u.exec(door)?.[1]).toBe(COPY_PATH);
  expect(inner.trim()).toBe('respond 404');
  const [world] = proxy.split(':8443');
  expect(world).toMatch(/path \/metrics \/operations\/\*\s+respond @operators 404/u);
}

describe('read models of the three replicas of Docker Compose', () => {
  type Service = Readonly<{
    environment?: Readonly<Record<string, string>>;
    depends_on?: Readonly<Record<string, Readonly<{ condition: string }>>>;
    network_mode?: string;
    healthcheck?: Readonly<{ test?: object; start_period?: string }>;
    volumes?: readonly string[];
  }>;
  const { services } = parse(text('docker-compose.yml'), { merge: true }) as {
    services: Readonly<Record<string, Service>>;
  };
  const names = ['replica1', 'replica2', 'replica3'];

  it('are asked of each other, by an authority that they trust and a key in a file', () => {
    for (const name of names) {
      const { environment = {}, volumes } = services[name] ?? {};
      expect(asked(environment).map(({ host }) => host)).toEqual(names.map((to) => `${to}:8443`));
      expect(environment.NODE_EXTRA_CA_CERTS).toBe('/authority/ca.crt');
      expect(volumes).toContain('authority:/authority:ro');
    }
    expect(services.api?.environment).not.toHaveProperty('TAVOLO_READ_MODEL_FROM');
    expect(text('deploy/eventstoredb/certificates.sh')).toContain(`-dns-names ${names.join(',')} `);
  });

  it('go out by the door of each with TLS, and by no other', () => {
    for (const [n, name] of names.entries()) {
      const gate = services[`gate${String(n + 1)}`];
      expect(gate?.network_mode).toBe(`service:${name}`);
      expect(gate?.volumes).toEqual([
        './deploy/proxy/Caddyfile.gate:/etc/caddy/Caddyfile:ro',
        'replica-certs:/replica-certs:ro',
      ]);
    }
    const certificate = '/replica-certs/node.crt /replica-certs/node.key';
    expectCopiesAlone(text('deploy/proxy/Caddyfile.gate'), certificate);
  });

  it('are built by the first after a release, and taken by the others, one after the other', () => {
    const healthy = { condition: 'service_healthy' };
    for (const [n, name] of names.entries()) {
      const before = n === 0 ? {} : { [`gate${String(n)}`]: healthy };
      expect(services[name]?.depends_on).toEqual({
        'cluster-set-up': { condition: 'service_completed_successfully' },
        ...{ postgres: healthy, ...before },
      });
      expect(services[`gate${String(n + 1)}`]?.healthcheck?.test).toBeDefined();
    }
  });

  it('may be built for as long as that takes: who waits for it does not give it up', () => {
    for (const name of ['api', ...names]) {
      expect([name, services[name]?.healthcheck]).toEqual([name, { start_period: '24h' }]);
    }
    expect(text('Dockerfile')).toContain('/health/ready');
  });
});

describe('read models of the replicas of the chart', () => {
  type Container = Readonly<{
    name: string;
    env: readonly Readonly<{ name: string; value: string }>[];
    volumeMounts: readonly Readonly<{ name: string; mountPath: string }>[];
  }>;
  type Thing = Readonly<{
    kind: string;
    metadata: Readonly<{ name: string }>;
    data?: Readonly<Record<string, string>>;
    spec: Readonly<{
      clusterIP?: string;
      serviceName?: string;
      ports?: readonly Readonly<{ port: number }>[];
      template?: Readonly<{ spec: Readonly<{ containers: readonly Container[] }> }>;
    }>;
  }>;
  const things = (values: Values) => {
    const given = { ...(parse(text('charts/tavolo/values.yaml')) as Values), ...values };
    return rendered(given).map((each) => parse(each) as Thing);
  };
  const several = things({ replicas: 3, replicaSecret: 'replica' });
  const serverOf = (all: readonly Thing[]) => all.find(({ kind }) => kind === 'StatefulSet')?.spec;
  const containersOf = (all: readonly Thing[]) => serverOf(all)?.template?.spec.containers ?? [];
  const settingsOf = (all: readonly Thing[]) =>
    Object.fromEntries((containersOf(all)[0]?.env ?? []).map(({ name, value }) => [name, value]));

  it('are asked of each other by their names, and the key and the authority lie in files', () => {
    const settings = settingsOf(several);
    const { serviceName = '' } = serverOf(several) ?? {};
    expect(asked(settings).map(({ host }) => host)).toEqual(
      [0, 1, 2].map((n) => `tavolo-${String(n)}.${serviceName}.board.svc:8443`),
    );
    const service = several.find(({ metadata }) => metadata.name === serviceName);
    expect(service?.spec).toMatchObject({ clusterIP: 'None', ports: [{ port: 8443 }] });
    const mounts = containersOf(several)[0]?.volumeMounts.map(({ mountPath }) => `${mountPath}/`);
    for (const name of ['TAVOLO_REPLICA_KEY_FILE', 'NODE_EXTRA_CA_CERTS']) {
      expect(mounts).toContain(settings[name]?.replace(/[^/]+$/u, ''));
    }
  });

  it('go out by the proxy of each with TLS, and by no other way', () => {
    const proxyOf = (all: readonly Thing[]) =>
      all.find(({ kind }) => kind === 'ConfigMap')?.data?.Caddyfile ?? '';
    expectCopiesAlone(proxyOf(several), '/certificate/tls.crt /certificate/tls.key');
    const mounts = containersOf(several)[1]?.volumeMounts.map(({ mountPath }) => mountPath);
    expect(mounts).toContain('/certificate');
    const alone = things({});
    expect(proxyOf(alone)).not.toContain('8443');
    expect(settingsOf(alone)).not.toHaveProperty('TAVOLO_READ_MODEL_FROM');
    expect(settingsOf(alone)).not.toHaveProperty('TAVOLO_REPLICA_KEY_FILE');
  });
});
