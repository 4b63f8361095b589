const inside = (layer) => `^libs/contexts/([^/]+)/${layer}/`;
const own = (...layers) => layers.map((layer) => `^libs/contexts/$1/${layer}/`);
const notSpec = '[.](spec|contract)[.]ts$|/test/[^/]+[.]ts$';
const kernel = '^libs/kernel/';
const contracts = '^libs/contexts/[^/]+/contract/';
// Published GraphQL types, and what tells a name of the schema from one of the log.
const published = '^libs/contexts/[^/]+/adapters/graphql/[^/]+[.]types[.]ts$';
// From the lowest context to the highest: a context names GraphQL types of lower ones only.
const order = ['partners', 'programmes', 'plans', 'networks', 'agreements', 'boards'];

/** Each rule has a planted violation in test/architecture/planted/<name>/ that must make it fail. */
module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment: 'ADR-0003: a decision must be replayable.',
      from: { path: inside('domain'), pathNot: notSpec },
      to: { pathNot: [...own('domain'), contracts, kernel] },
    },
    {
      name: 'contract-is-data',
      severity: 'error',
      comment: 'ADR-0004',
      from: { path: inside('contract') },
      // Of the store only the types of a basis and of stored JSON.
      to: { pathNot: [contracts, kernel, '^libs/event-store/src/(index|event-store)[.]ts$'] },
    },
    {
      name: 'application-has-no-adapters',
      severity: 'error',
      comment: 'ADR-0003',
      from: { path: inside('application'), pathNot: notSpec },
      to: { path: own('adapters') },
    },
    {
      name: 'read-model-knows-facts-not-rules',
      severity: 'error',
      comment: 'ADR-0005',
      from: { path: inside('read-model'), pathNot: notSpec },
      to: { path: own('domain', 'application'), pathNot: '[.]events[.]ts$' },
    },
    {
      name: 'contexts-meet-at-contracts',
      severity: 'error',
      comment: 'ADR-0004',
      from: { path: '^libs/contexts/([^/]+)/' },
      to: {
        path: '^libs/contexts/',
        pathNot: ['^libs/contexts/$1/', contracts, published],
      },
    },
    ...order.map((context, level) => ({
      name: `published-types-of-${context}`,
      severity: 'error',
      comment: 'ADR-0014: GraphQL types are named downwards, from adapters only.',
      from: {
        path: '^libs/contexts/',
        pathNot: [
          `^libs/contexts/${context}/`,
          ...order.slice(level + 1).map((above) => `^libs/contexts/${above}/adapters/graphql/`),
        ],
      },
      to: { path: `^libs/contexts/${context}/adapters/graphql/` },
    })),
    {
      name: 'libs-know-no-context',
      severity: 'error',
      comment: 'ADR-0002',
      from: { path: '^libs/(?!contexts/)' },
      to: { path: '^(libs/contexts|apps)/' },
    },
    {
      name: 'apps-compose-modules',
      severity: 'error',
      comment: 'ADR-0002',
      from: { path: '^apps/' },
      to: {
        path: '^libs/contexts/',
        pathNot: [contracts, '[.]module[.]ts$', '[.]projections[.]ts$'],
      },
    },
    {
      name: 'console-speaks-graphql',
      severity: 'error',
      comment: 'ADR-0009',
      from: { path: '^apps/console/' },
      to: { path: '^(libs/(?!graphql-gen/)|apps/(?!console/))' },
    },
    {
      name: 'nothing-imports-the-demo-issuer',
      severity: 'error',
      comment: 'ADR-0023: what signs everybody in is no part of a server.',
      from: { path: '^(libs|apps)/', pathNot: '^apps/demo-issuer/' },
      to: { path: ['^apps/demo-issuer/', '/oidc-provider/'] },
    },
    {
      name: 'projections-load-no-framework',
      severity: 'error',
      comment:
        'ADR-0005: a thread of projections starts with each server; Nest would be most of it.',
      from: { path: '^apps/api/src/stores/projection[.]worker[.]ts$' },
      to: { path: '(^|/)node_modules/(@nestjs|graphql|rxjs)/', reachable: true },
    },
    {
      name: 'no-test-code-in-production',
      severity: 'error',
      from: { path: '^(libs/(?!testing/)|apps/)', pathNot: notSpec },
      to: { path: ['^libs/testing/', notSpec] },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unresolved',
      severity: 'error',
      comment: 'An import that resolves to nothing is checked by nothing.',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    // Without these no package that has "exports" resolves, and such an import is checked by nothing.
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
