/** Specs are compiled as the build compiles: @swc/jest reads .swcrc. */
const transform = { '^.+\\.tsx?$': '@swc/jest' };

/** Pages are compiled as Vite does: JSX with the runtime of React, no decorators. */
const ofPages = {
  '^.+\\.tsx?$': [
    '@swc/jest',
    {
      swcrc: false,
      jsc: {
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
        target: 'es2024',
        experimental: { keepImportAttributes: true },
      },
      module: { type: 'es6' },
    },
  ],
};

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
  // Modules of specs that have run are never given back: a process that has grown so large makes place for a new one.
  workerIdleMemoryLimit: '1.5GB',
  projects: [
    suite('unit', ['{apps,libs,activities,workflows,bench}/**/*.spec.ts', 'scripts/**/*.spec.mjs']),
    suite('web', ['apps/web/src/**/*.spec.tsx'], {
      testEnvironment: '<rootDir>/tests/support/web/page-environment.mjs',
      setupFilesAfterEnv: ['<rootDir>/apps/web/src/shared/testing/set-up.ts'],
      extensionsToTreatAsEsm: ['.ts', '.tsx'],
      moduleNameMapper: { ...moduleNameMapper, '\\.css$': '<rootDir>/tests/support/web/no-style.mjs' },
      transform: ofPages,
    }),
    suite('architecture', ['tests/architecture/**/*.spec.ts']),
    suite('database', ['tests/database/**/*.spec.ts']),
    suite('workflow', ['tests/workflow/**/*.spec.ts']),
    suite('replay', ['tests/replay/**/*.spec.ts']),
    suite('api', ['tests/api/**/*.spec.ts']),
    suite('security', ['tests/security/**/*.spec.ts']),
    suite('e2e', ['tests/e2e/**/*.spec.ts']),
    suite('chaos', ['tests/chaos/**/*.spec.ts']),
  ],
};
