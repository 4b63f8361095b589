import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { Metrics } from '../../apps/api/src/operations/metrics.js';

const textOf = (file: string) => readFileSync(file, 'utf8');
const pages = globSync('docs/runbooks/*.md').toSorted();
const told = [...pages, 'README.md', 'docs/operations.md', 'docs/eventstoredb.md'].map((page) => ({
  ...{ page, text: textOf(page) },
}));
const { scripts } = JSON.parse(textOf('package.json')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

/** The commands of the program, with the options of each, as its sources declare them. */
const commands = new Map(
  globSync('apps/cli/src/**/*.command.ts').flatMap((file) => {
    const source = textOf(file);
    const name = /@Command\(\{\s*name: '([a-z]+)'/u.exec(source)?.[1];
    const own = [...source.matchAll(/flags: '(?:-\w, )?(--[a-z-]+)/gu)].map(
      ([, flag]) => flag ?? '',
    );
    return name === undefined ? [] : [[name, [...own, ...inherited(source)]] as const];
  }),
);

function inherited(source: string): readonly string[] {
  const base = /extends (Acting|Asking|Folder)Command/u.exec(source)?.[1]?.toLowerCase();
  if (base === undefined) return [];
  const above = textOf(`apps/cli/src/${base}-command.ts`);
  const flags = [...above.matchAll(/flags: '(?:-\w, )?(--[a-z-]+)/gu)].map(
    ([, flag]) => flag ?? '',
  );
  return [...flags, ...inherited(above)];
}

type Given = Readonly<{ page: string; command: string; words: string }>;

/** What a page tells somebody to give: in a block of code, or in a line of text between backticks. */
const given: readonly Given[] = told.flatMap(({ page, text }) =>
  [...text.matchAll(/(?:npx |`)tavolo ([a-z]+)([^\n`]*)/gu)].map(
    ([, command = '', words = '']) => ({
      ...{ page, command, words },
    }),
  ),
);

let exported: string;
beforeAll(async () => {
  exported = await new Metrics().text(null);
});

describe('the runbooks', () => {
  it('are all in the list', () => {
    const list = textOf('docs/runbooks/README.md');
    for (const page of pages.filter((name) => !name.endsWith('README.md'))) {
      expect(list).toContain(`](${page.replace('docs/runbooks/', '')})`);
    }
    expect(pages.length).toBeGreaterThan(10);
  });

  it('name commands and options that there are', () => {
    expect(given.length).toBeGreaterThan(20);
    const missing = given.filter(({ command }) => !commands.has(command));
    expect(missing).toEqual([]);
    const unknown = given.flatMap(({ page, command, words }) =>
      [...words.matchAll(/(?<=\s)--[a-z-]+/gu)]
        .filter(([flag]) => commands.get(command)?.includes(flag) !== true)
        .map(([flag]) => `${page}: ${command} ${flag}`),
    );
    expect(unknown).toEqual([]);
  });

  it('name scripts of npm that there are', () => {
    const named = told.flatMap(({ text }) =>
      [...text.matchAll(/npm run ([a-z:]+)/gu)].map(([, name = '']) => name),
    );
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  it('name numbers that `/metrics` says, and settings that there are', () => {
    const numbers = told.flatMap(({ text }) => text.match(/\btavolo_[a-z_]+(?=[`{])/gu) ?? []);
    const databases = ['tavolo_passing', 'tavolo_test_'];
    const unknown = numbers.filter((name) => !databases.includes(name) && !exported.includes(name));
    expect(unknown).toEqual([]);
    const sources = globSync('apps/api/src/config/*.ts').map(textOf).join('\n');
    const settings = pages.flatMap((page) => textOf(page).match(/\bTAVOLO_[A-Z_]+/gu) ?? []);
    expect(settings.length).toBeGreaterThan(10);
    expect(settings.filter((name) => !sources.includes(name))).toEqual([]);
  });

  it('lead to pages that there are, also from the messages of the program', () => {
    const links = pages.flatMap((page) =>
      [...textOf(page).matchAll(/\]\(([^)#]+)/gu)].map(([, to = '']) => join(dirname(page), to)),
    );
    const said = globSync('{apps,libs}/**/src/**/*.ts').flatMap((file) =>
      [...textOf(file).matchAll(/docs\/[a-z/-]+\.md/gu)].map(([path]) => path),
    );
    expect(said).toContain('docs/runbooks/disk-full.md');
    expect([...links, ...said].filter((path) => !existsSync(path))).toEqual([]);
  });
});

describe('what watches a server', () => {
  type Rule = Readonly<{
    alert: string;
    expr: string;
    labels: Readonly<{ severity: string }>;
    annotations: Readonly<{ summary: string; runbook: string }>;
  }>;
  const { groups } = parse(textOf('deploy/prometheus/alerts.yml')) as {
    readonly groups: readonly Readonly<{ name: string; rules: readonly Rule[] }>[];
  };
  const rules = groups.flatMap((group) => group.rules);
  const dashboard = JSON.parse(textOf('deploy/grafana/tavolo.json')) as {
    readonly panels: readonly Readonly<{
      title: string;
      targets: readonly Readonly<{ expr: string }>[];
    }>[];
  };
  const asked = (expr: string) =>
    (expr.match(/\b(?:tavolo|process|nodejs)_[a-z_]+/gu) ?? []).map((name) =>
      name.replace(/_(?:bucket|count|sum)$/u, ''),
    );

  it('asks for numbers that `/metrics` says, in alerts and on the dashboard', () => {
    const exprs = [
      ...rules.map(({ expr }) => expr),
      ...dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
    ];
    const names = exprs.flatMap(asked);
    expect(names.length).toBeGreaterThan(15);
    expect(names.filter((name) => !exported.includes(`# TYPE ${name} `))).toEqual([]);
  });

  it('says of each alert what it is, and where the way out stands', () => {
    expect(rules.length).toBeGreaterThan(8);
    for (const { alert, labels, annotations } of rules) {
      expect(alert).toMatch(/^Tavolo[A-Z]/u);
      expect(['page', 'ticket']).toContain(labels.severity);
      expect(annotations.summary).toMatch(/\.$/u);
      expect(existsSync(annotations.runbook)).toBe(true);
    }
    const named = pages.flatMap((page) => textOf(page).match(/\bTavolo[A-Z]\w+/gu) ?? []);
    expect(named.filter((name) => rules.every(({ alert }) => alert !== name))).toEqual([]);
  });
});
