/** Specs are compiled as the build compiles: @swc/jest reads .swcrc. */
const transform = { '^.+\\.tsx?$': '@swc/jest' };

const moduleNameMapper = {
  '^#(domain|application|persistence|policies|files|channels|auth|config|messages|temporal|telemetry|embedded)$':
    '<rootDir>/libs/$1/src/index.ts',
  '^#(workflows|activities)/(.*)\\.js$': '<rootDir>/$1/$2.ts',
  '^(\\.{1,2}/.*)\\.js$': '$1',
};

/** One suite per level of test; each names the real servers it needs through its global setup. */
const suite = (displayName, testMatch, more = {}) => ({
  displayName,
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.amanah/'],
  testMatch: testMatch.map((pattern) => `<rootDir>/${pattern}`),
  moduleNameMapper,
  transform,
  globalSetup: '<rootDir>/tests/support/servers/global-setup.mjs',
  globalTeardown: '<rootDir>/tests/support/servers/global-teardown.mjs',
  ...more,
});

export default {
  randomize: true,
  // A busy machine is slow; a test that hangs still ends.
  testTimeout: 120_000,
  projects: [
    suite('unit', ['{apps,libs,activities,workflows,bench}/**/*.spec.ts', 'scripts/**/*.spec.mjs']),
    suite('architecture', ['tests/architecture/**/*.spec.ts']),
    suite('database', ['tests/database/**/*.spec.ts']),
    suite('workflow', ['tests/workflow/**/*.spec.ts']),
    suite('replay', ['tests/replay/**/*.spec.ts']),
    suite('api', ['tests/api/**/*.spec.ts']),
    suite('e2e', ['tests/e2e/**/*.spec.ts']),
    suite('chaos', ['tests/chaos/**/*.spec.ts']),
  ],
};
