import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

/** Production code of the server and the command line. */
const files = globSync(['apps/{api,cli}/src/**/*.ts', 'libs/**/*.ts'])
  .filter((path) => !/\.(?:spec|contract|examples)\.ts$|\/test\/|libs\/testing\//.test(path))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

interface Rule {
  readonly what: string;
  readonly pattern: RegExp;
  /** Where it is right, and why. */
  readonly but: readonly string[];
  /** What the pattern must find, or it guards nothing. */
  readonly example: string;
}

const rules: readonly Rule[] = [
  {
    // The linter has no rule for it (ADR 15); a union of string literals says the same in the log.
    what: 'an enum is declared',
    pattern: /^\s*(?:export\s+)?(?:const\s+)?enum\s+\w+\s*\{/m,
    ...{ but: [], example: 'export enum Colour {' },
  },
  {
    what: 'code is made from text',
    pattern: /\beval\s*\(|\bnew Function\b|node:vm\b/,
    ...{ but: [], example: 'eval(text)' },
  },
  {
    what: 'a shell is asked',
    pattern: /\b(?:exec|execSync|spawn|spawnSync)\s*\((?!\))|shell:\s*true/,
    // It runs a fixed program with fixed words.
    ...{ but: [], example: "execSync('ls ' + name)" },
  },
  {
    what: 'a cipher is used by its own',
    pattern: /create(?:Cipher|Decipher)iv|publicEncrypt|privateDecrypt/,
    ...{
      but: ['libs/private-store/src/seal.ts'],
      example: "createCipheriv('aes-128-ecb', key, null)",
    },
  },
  {
    what: 'a certificate is believed unseen',
    pattern: /rejectUnauthorized|NODE_TLS_REJECT_UNAUTHORIZED|checkServerIdentity/,
    ...{ but: [], example: 'rejectUnauthorized: false' },
  },
  {
    what: 'something is hashed by other than SHA-256',
    pattern: /create(?:Hash|Hmac)\(\s*'(?!sha256')/,
    ...{ but: [], example: "createHash('md5')" },
  },
  {
    what: 'chance is taken that can be guessed',
    pattern: /Math\.random/,
    but: [
      ...['libs/command/src/certain-append.ts', 'libs/process/src/steady.ts'], // How long to wait.
      ...['libs/projection/src/runner.ts', 'libs/event-store/src/eventstoredb/connection.ts'],
    ],
    example: 'Math.random()',
  },
  {
    what: 'an address is fetched',
    pattern: /\bfetch\s*\(|from 'node:https'/,
    but: [
      'libs/access/src/identity/issuer-keys.ts', // Of the issuer that the operator named.
      'apps/api/src/stores/taken-read-model.ts', // Of a replica that the operator named.
      ...['libs/demo/src/reach.ts', 'libs/demo/src/persona-tokens.ts'], // Clients, no part of a server.
      'libs/demo/src/lab-impact/story.ts',
    ],
    example: 'fetch(url)',
  },
  {
    what: 'a token goes into an address',
    pattern: /[?&](?:access_)?token=/,
    ...{ but: [], example: '`${url}?token=${token}`' },
  },
];

/** What is code, without what is said about it. */
function codeOf(text: string): string {
  return text.replaceAll(/\/\*[^]*?\*\/|\/\/.*$/gm, '').replaceAll(/\.(?:exec|match)\(/g, '');
}

describe('nowhere in what is served', () => {
  it.each(rules)('$what', ({ pattern, but, example }) => {
    expect(example).toMatch(pattern);
    const found = files.filter(
      ({ path, text }) => pattern.test(codeOf(text)) && !but.includes(path),
    );
    expect(found.map(({ path }) => path)).toStrictEqual([]);
  });

  it('an exception stands for longer than it is needed', () => {
    const idle = rules.flatMap(({ pattern, but }) =>
      but.filter((path) => {
        const file = files.find((one) => one.path === path);
        return !file || !pattern.test(codeOf(file.text));
      }),
    );
    expect(idle).toStrictEqual([]);
  });

  it('a page of the console is made from text that is taken for markup', () => {
    const markup = /innerHTML|outerHTML|dangerouslySet|insertAdjacentHTML|document\.write/i;
    expect('element.innerHTML = text').toMatch(markup);
    const pages = globSync('apps/console/src/**/*.{ts,tsx}');
    const found = pages.filter((path) => markup.test(codeOf(readFileSync(path, 'utf8'))));
    expect(found).toStrictEqual([]);
    expect(pages.length).toBeGreaterThan(50);
  });

  it('is a parser of XML, a template engine, or a client of mail, LDAP or memcache', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      readonly dependencies: Readonly<Record<string, string>>;
    };
    const kinds =
      /xml2js|xmldom|fast-xml|libxml|handlebars|ejs|pug|mustache|nodemailer|ldap|memcache|xpath/;
    expect(Object.keys(dependencies).filter((name) => kinds.test(name))).toStrictEqual([]);
  });
});
