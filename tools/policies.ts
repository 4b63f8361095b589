import { writeFileSync } from 'node:fs';

// Checks the policies of the folder `policies` once, where the server is built, and keeps what they
// say in dist/checked-policies.json by the hash of their text: a server that finds another text
// checks it at its start. Part of `npm run build`; what was compiled is asked, so nothing here
// imports another file before.

type PolicyText = typeof import('../libs/access/src/policy/policy-text.js');

const COMPILED = new URL('../dist/libs/access/src/policy/policy-text.js', import.meta.url);

const { checkedPolicies, policyHash, readPolicies } = (await import(COMPILED.href)) as PolicyText;
const text = readPolicies();
const built = { hash: policyHash(text), policies: checkedPolicies(text) };
writeFileSync('dist/checked-policies.json', JSON.stringify(built));
