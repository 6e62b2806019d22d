import { globSync, readFileSync } from 'node:fs';
import { MAIL_USE_CASES, TEMPORAL_USE_CASES, USE_CASES, WEBHOOK_USE_CASES } from '#application';

/** Classes that Nest is to make, as they stand in the sources. */
const written = globSync('libs/application/src/**/*.ts').flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/@Injectable\(\)\nexport class (\w+)/g)].map(([, name = '']) => name),
);

test('every use case is provided; one that is not would only be missed when a process starts', () => {
  expect(written.length).toBeGreaterThan(40);
  expect(written.sort()).toEqual(
    [...USE_CASES, ...MAIL_USE_CASES, ...TEMPORAL_USE_CASES, ...WEBHOOK_USE_CASES].map(({ name }) => name).sort(),
  );
});
