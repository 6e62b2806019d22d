import boundaries from 'eslint-plugin-boundaries';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const allow = (from, to) => ({ from: { element: { type: from } }, allow: { to: { element: { type: to } } } });

/** House slang that had crept in, and the field's word for it; see docs/glossary.md. */
const SLANG = {
  '^(wish|wishes|Wishes|\\w+Wish)$': 'command (options in tests)',
  '^(told|toldAs|toldRefusals)$': 'explain…, notified, reportedTaskId',
  '^asked$': 'what it is: requested, content, command …',
  '^AtOnceService$': 'OptimisticTaskService',
  '^LockedTask$': 'TaskContext',
  '^factsOf$': 'toTaskFacts, loadTaskContexts',
  '^(behind|takesTheWork|leavesClosedMatters)$': 'accountableOfficers, requiresFourEyes, delegationCoversMatter',
  '^(handBack|handDown)$': 'returnToGrantor, restoreToGrantee',
  '^(Seat|seatsOf|deskOf|TaskDesk)$': 'DelegatedActor, responsibleRoleOf, TaskServices',
  '^(Errand|Clerk)$': 'Job, JobRunner',
};
const noSlang = Object.entries(SLANG).map(([pattern, instead]) => ({
  selector: `Identifier[name=/${pattern}/]`,
  message: `Say ${instead}: one word per concept (docs/glossary.md).`,
}));

export default tseslint.config(
  { ignores: ['dist', 'node_modules', '.amanah', '**/*.mjs', 'apps/web/src/api/generated.ts'] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { projectService: true } },
    plugins: { boundaries },
    settings: {
      'import/resolver': { typescript: { project: ['./tsconfig.json', './apps/web/tsconfig.json'] } },
      'boundaries/elements': [
        { type: 'workflow', pattern: 'workflows/*' },
        { type: 'activity', pattern: 'activities/*' },
        { type: 'domain', pattern: 'libs/domain' },
        { type: 'application', pattern: 'libs/application' },
        { type: 'lib', pattern: 'libs/*' },
        { type: 'app', pattern: 'apps/*' },
        { type: 'test', pattern: 'tests/*' },
        { type: 'bench', pattern: 'bench' },
      ],
    },
    rules: {
      'no-restricted-syntax': ['error', ...noSlang],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allow: ['bigint'] }],
      // Nest's option objects are typed with `any` inside; the rule reports their use, not ours.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Leaving columns out of a row is done by naming them beside the rest.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      'boundaries/no-unknown-dependencies': 'error',
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          policies: [
            allow('workflow', ['domain', 'workflow']),
            {
              from: { element: { type: 'workflow' } },
              allow: { to: { element: { type: 'activity' } }, dependency: { kind: 'type' } },
            },
            allow('activity', ['domain', 'application', 'activity']),
            allow('application', ['domain', 'lib', 'application']),
            allow('lib', ['domain', 'lib']),
            allow('app', ['workflow', 'activity', 'domain', 'application', 'lib', 'app']),
            allow('test', ['workflow', 'activity', 'domain', 'application', 'lib', 'app', 'test']),
            allow('bench', ['workflow', 'activity', 'domain', 'application', 'lib', 'app', 'bench']),
          ],
        },
      ],
    },
  },
  {
    // Jest types its asymmetric matchers as `any`.
    files: ['**/*.spec.ts', '**/*.spec.tsx'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
  {
    files: ['workflows/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: ['node:*', '@nestjs/*', 'typeorm', '#persistence', '#files', '#channels', '#auth', '#config'] },
      ],
    },
  },
  {
    files: ['apps/api/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: ['**/*.workflow.js'] }] },
  },
  {
    files: ['apps/web/**/*.tsx', 'apps/web/**/*.ts'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
);
