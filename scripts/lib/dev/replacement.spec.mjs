import { concernedBy } from './replacement.mjs';

describe('what a changed file concerns', () => {
  it.each([
    ['apps/api/src/tasks/tasks.service.js', ['api'], false],
    ['apps/cli/src/main.js', [], false],
    ['activities/tasks/tasks.activities.js', ['worker'], false],
    ['libs/persistence/src/index.js', ['api', 'worker'], false],
    ['libs/domain/src/index.js', ['api', 'worker'], true],
    ['workflows/period/city-period.workflow.js', ['worker'], true],
  ])('%s: %j, bundle: %s', (path, processes, bundle) => {
    expect(concernedBy(path)).toEqual({ processes, bundle });
  });
});
