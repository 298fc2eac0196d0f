// Who may import whom (design: eight kinds of file). Each rule is broken on purpose in src/dependency-rules.spec.ts.
const service = '(programme|recruitment|placement|finance|assessment|notifications)';

export default {
  forbidden: [
    {
      name: 'no-app-imports-an-app',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: '^apps/end-to-end/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: '^packages/domain/src/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: '^packages/domain/src/' },
    },
    {
      name: 'own-language-or-events',
      comment: 'Of another service’s language only its events: its API types are between it and its callers.',
      severity: 'error',
      from: { path: `^apps/${service}/src/` },
      to: {
        path: `^packages/domain/(src|dist)/${service}/`,
        pathNot: ['^packages/domain/(src|dist)/$1/', '/events\\.(ts|js|d\\.ts)$'],
      },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      from: { path: '\\.rules\\.ts$' },
      to: {
        pathNot: [
          '\\.rules\\.ts$',
          '^packages/domain/',
          '^apps/[^/]+/src/.+/[a-z-]+\\.ts$',
          '^packages/documents/(src|dist)/strict-tables',
        ],
      },
    },
    {
      name: 'rules-touch-no-way-in-or-out',
      severity: 'error',
      from: { path: '\\.rules\\.ts$' },
      to: { path: '\\.(table|controller|dto|module)\\.ts$|/(when|every)-[^/]+\\.ts$|^node:|/migrations/' },
    },
    {
      name: 'entries-touch-no-tables',
      severity: 'error',
      from: { path: '\\.controller\\.ts$|/(when|every)-[^/]+\\.ts$', pathNot: '^packages/platform/' },
      to: { path: '\\.table\\.ts$' },
    },
    {
      name: 'kafkajs-in-messaging-only',
      severity: 'error',
      from: { pathNot: '^packages/messaging/src/kafka/|^apps/end-to-end/|\\.spec\\.ts$' },
      to: { path: 'node_modules/kafkajs/|^kafkajs$' },
    },
    {
      name: 'typeorm-in-tables-only',
      severity: 'error',
      from: { path: '^apps/', pathNot: '\\.table\\.ts$|/migrations/|^apps/end-to-end/|\\.spec\\.ts$' },
      to: { path: 'node_modules/typeorm/|^typeorm$' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules|(^|/)dist/' },
    exclude: { path: ['(^|/)dist/.*\\.map$', '(^|/)\\.cache/'] },
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.d.ts', '.json'],
    },
  },
};
