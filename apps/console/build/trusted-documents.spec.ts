import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { replaced } from './trusted-documents.ts';

const schema = buildSchema(`
  type Query { plan(id: ID!): Plan asOf(moment: MomentInput!): Snapshot! }
  type Snapshot {
    plan(id: ID!): Plan
    eventId: ID position: String! provisional: Boolean! recordedAt: String
  }
  type Plan { title: String! }
  type Mutation { withdraw(id: ID!): Boolean }
  input MomentInput { at: String }
`);
const folder = mkdtempSync(join(tmpdir(), 'tavolo-documents-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A module of documents, written as the console writes them. */
function moduleOf(name: string, documents: Readonly<Record<string, string>>): string {
  const file = join(folder, `${name}.documents.mjs`);
  const graphql = join(process.cwd(), 'node_modules/graphql/index.mjs');
  const lines = Object.entries(documents).map(
    ([key, text]) => `export const ${key} = parse(${JSON.stringify(text)});`,
  );
  writeFileSync(file, [`import { parse } from '${graphql}';`, ...lines].join('\n'));
  return file;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

async function built(name: string, documents: Readonly<Record<string, string>>) {
  const manifest = new Map<string, string>();
  const code = await replaced(moduleOf(name, documents), { schema, manifest });
  return { manifest, code };
}

describe('documents of the console', () => {
  it('become their hashes, once for the present and once for a moment in the past', async () => {
    const { manifest, code } = await built('query', {
      Title: 'query Title($id: ID!) { plan(id: $id) { title } }',
    });
    const [present = '', past = ''] = [...manifest.keys()];
    const trusted = { name: 'Title', id: present, past };
    expect(code).toBe(`export const Title = ${JSON.stringify(trusted)};`);
    expect([...manifest].map(([id, text]) => id === sha256(text))).toStrictEqual([true, true]);
    expect(manifest.get(past)?.replaceAll(/\s+/gu, ' ')).toBe(
      'query Title($moment: MomentInput!, $id: ID!) { asOf(moment: $moment) { ' +
        'eventId position provisional recordedAt plan(id: $id) { title } } }',
    );
  });

  it('a command has no past', async () => {
    const { manifest, code } = await built('command', {
      Withdraw: 'mutation Withdraw($id: ID!) { withdraw(id: $id) }',
    });
    expect([manifest.size, code.includes('"past":null')]).toStrictEqual([1, true]);
  });

  it('a fragment is part of what uses it, and nothing by itself', async () => {
    const { manifest, code } = await built('fragment', {
      Named: 'fragment Named on Plan { title }',
    });
    expect([manifest.size, code]).toStrictEqual([0, 'export const Named = null;']);
  });

  it.each([
    ['a field that the schema has not', 'query Bad { plan(id: "1") { name } }', /Bad: .*"name"/u],
    ['an operation without a name', '{ plan(id: "1") { title } }', /without a name/u],
  ])('%s stops the build, which says where', async (name, text, sentence) => {
    const bad = built(name.replaceAll(' ', '-'), { Bad: text });
    await expect(bad).rejects.toThrow(sentence);
    await expect(bad).rejects.toThrow(/documents[.]mjs/u);
  });
});
