/** One way to run every spec: ESM, TypeScript through swc, nothing type-checked twice (`tsc` does that in `build`). */
const swc = {
  swcrc: false,
  sourceMaps: 'inline',
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true, tsx: true },
    transform: {
      legacyDecorator: true,
      decoratorMetadata: true,
      useDefineForClassFields: false,
      react: { runtime: 'automatic' },
    },
    keepClassNames: true,
  },
  module: { type: 'es6' },
};
const plain = { ...swc, jsc: { ...swc.jsc, parser: { syntax: 'typescript', decorators: true } } };

export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/src'],
  testRegex: '\\.spec\\.tsx?$',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  setupFiles: ['reflect-metadata'],
  transform: { '^.+\\.ts$': ['@swc/jest', plain], '^.+\\.tsx$': ['@swc/jest', swc] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  // A spec that needs PostgreSQL asks for it; the server is started once for the whole run.
  globalSetup: `${import.meta.dirname}/dist/postgres-for-jest.js`,
  globalTeardown: `${import.meta.dirname}/dist/postgres-for-jest-teardown.js`,
  testTimeout: 60_000,
};
