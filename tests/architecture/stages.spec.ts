import { ROLE_NAMES, STAGES, TASK_KINDS, taskRule } from '#domain';
import { LANGUAGES, translate } from '#messages';
import { readPolicies } from '#policies';
import { globSync, readFileSync } from 'node:fs';

const runners = readFileSync('workflows/periods/stages.ts', 'utf8');
const text = (language: (typeof LANGUAGES)[number], key: string): string => translate(language, `common:${key}`);

test.each(STAGES.filter((stage) => stage !== 'allocation'))('the stage %s has a runner', (stage) => {
  expect(runners).toMatch(new RegExp(`'?${stage}'?: \\w+Stage`));
});

test.each(LANGUAGES)('stages, roles and outcomes have words in %s', (language) => {
  for (const stage of STAGES) expect(text(language, `stage.${stage}`)).not.toContain('stage.');
  for (const role of ROLE_NAMES) expect(text(language, `role.${role}`)).not.toContain('role.');
  const outcomes = new Set(TASK_KINDS.flatMap((kind) => taskRule(kind).outcomes));
  for (const outcome of outcomes) expect(text(language, `outcome.${outcome}`)).not.toContain('outcome.');
});

test.each(TASK_KINDS)('%s has a deadline in every policy file', (kind) => {
  for (const { parameters } of readPolicies()) {
    expect(parameters.map(({ key }) => key)).toContain(taskRule(kind).dueDays);
  }
});

/** Opened only when the allocation comes back: the period is opened with its quotas. */
const AFTER_A_RETURN = ['allocation.prepare'];

test('the demo plays every kind of task, for it waits at one that nobody plays', () => {
  const steps = globSync('apps/cli/src/demo/*.ts').map((file) => readFileSync(file, 'utf8'));
  const played = (kind: string): boolean => steps.some((step) => step.includes(`'${kind}'`));
  expect(TASK_KINDS.filter((kind) => !played(kind))).toEqual(AFTER_A_RETURN);
});

test.each(LANGUAGES)('what changes in an artefact has words in %s', (language) => {
  const words = JSON.parse(readFileSync(`libs/messages/src/${language}/tasks.json`, 'utf8')) as {
    changes: Record<'key' | 'field', Record<string, string>>;
  };
  const known = new Set([...Object.keys(words.changes.key), ...Object.keys(words.changes.field)]);
  const digests = readFileSync('libs/persistence/src/tasks/artefact/artefact-digest.ts', 'utf8');
  const named = [...digests.matchAll(/^.*jsonb_build_object.*$|^\s+'\w+', .*$/gm)].flatMap(([line]) =>
    [...line.matchAll(/'(\w+)',/g)].map(([, name = '']) => name),
  );
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((name) => !known.has(name))).toEqual([]);
});
