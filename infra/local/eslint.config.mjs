import tseslint from 'typescript-eslint';

const outsidePlatform = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Take the time from Clock.' },
  {
    selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    message: 'Take the time from Clock.',
  },
  {
    selector: 'CallExpression[callee.object.name="Math"][callee.property.name="random"]',
    message: 'Chance comes in as a seed.',
  },
  {
    selector: 'MemberExpression[object.name="process"][property.name="env"]',
    message: 'Read configuration through readConfig.',
  },
];
const everywhere = [
  {
    selector: 'CallExpression[callee.property.name=/^(only|skip|todo)$/][callee.object.name=/^(test|it|describe)$/]',
    message: 'Every test runs.',
  },
  {
    // `tx.save(SomeTable, …)` of one row or of a list: the linter cannot tell which, and neither is needed.
    selector:
      'CallExpression[callee.property.name="save"]:matches([callee.object.name=/^(tx|manager|repository)$/], [arguments.0.name=/Table$/])',
    message: 'save() reads each row before it writes it: use insert, rewrite, upsert, or one statement for many.',
  },
];
/** The machine's own clock and variables belong to these. */
const atTheEdge = [
  'packages/platform/src/**',
  'packages/testing/**',
  'packages/messaging/src/**',
  'infra/**',
  'apps/end-to-end/**',
  '**/*.spec.ts',
  '**/vite.config.ts',
];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '**/*.mjs', '**/*.cjs', '**/*.js'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.base],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      'no-empty': 'error',
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 5],
      'no-restricted-syntax': ['error', ...everywhere, ...outsidePlatform],
    },
  },
  { files: atTheEdge, rules: { 'no-restricted-syntax': ['error', ...everywhere] } },
  {
    files: ['**/*.spec.ts', '**/*.spec.tsx', '**/*.tsx', '**/migrations/**'],
    rules: { 'max-lines-per-function': 'off' },
  },
  { files: ['**/*.spec.ts', '**/*.spec.tsx'], rules: { 'max-lines': ['error', { max: 600 }] } },
);
