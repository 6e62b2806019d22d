import { globSync, readFileSync } from 'node:fs';
import { ACTIVITY_CLASSES } from '#activities/registry/activity-classes.js';
import { bindActivities } from '../../apps/worker/src/bind-activities.js';

const workflows = globSync('workflows/**/*.ts').map((file) => readFileSync(file, 'utf8'));

const methodsOf = (activityClass: { prototype: object }): string[] =>
  Object.getOwnPropertyNames(activityClass.prototype).filter((name) => name !== 'constructor');

/** What the worker binds, over classes that are never called. */
const bound = bindActivities({ get: (token: { prototype: object }) => token.prototype } as unknown as Parameters<
  typeof bindActivities
>[0]);

test('every file of activities is registered', () => {
  const written = globSync('activities/**/*.activities.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^export class (\w+)/gm)].map(([, name]) => name),
  );
  expect(written.sort()).toEqual(ACTIVITY_CLASSES.map(({ name }) => name).sort());
});

test.each(ACTIVITY_CLASSES.map((each) => [each.name, each] as const))(
  'all methods of %s are bound',
  (_name, activityClass) => {
    for (const method of methodsOf(activityClass)) expect(bound).toHaveProperty(method);
  },
);

test('no two activities share a name', () => {
  const names = ACTIVITY_CLASSES.flatMap(methodsOf);
  expect(new Set(names).size).toBe(names.length);
  const clash = { get: () => ({}) } as unknown as Parameters<typeof bindActivities>[0];
  expect(Object.keys(bindActivities(clash)).sort()).toEqual([...names].sort());
});

test('every activity is called by a workflow, and every call has an activity', () => {
  const calls = workflows.flatMap((text) => [...text.matchAll(/\b(?:activities|longActivities)\.(\w+)\(/g)]);
  expect([...new Set(calls.map(([, name]) => name))].sort()).toEqual(Object.keys(bound).sort());
});

test('what crosses to a workflow names no person', () => {
  const personal = /\b(nik|kk|fullName|motherName|birthDate|address|accountNumber|findingNote|reason|note)\b\s*[?]?:/;
  const messages = globSync(
    '{workflows/**/*.messages.ts,libs/domain/src/tasks/decision/delivered-decision.ts,workflows/periods/city-period.ts}',
  );
  expect(messages.length).toBeGreaterThan(2);
  for (const file of [...messages, ...globSync('workflows/**/*.workflow.ts')]) {
    expect([file, personal.exec(readFileSync(file, 'utf8'))?.[0]]).toEqual([file, undefined]);
  }
});

test('activities answer with ids, counts and dates only', () => {
  const answers = globSync('activities/**/*.activities.ts').flatMap((file) => {
    const signatures = readFileSync(file, 'utf8').matchAll(/^ {2}(?:async )?\w+\([^{]*?\): (Promise<[\s\S]*?>) \{$/gm);
    return [...signatures].map(([, answer = '']) => answer);
  });
  expect(answers.length).toBeGreaterThan(30);
  for (const answer of answers) expect(answer).not.toMatch(/Person|Family|Row\b|sealed|name/i);
});
