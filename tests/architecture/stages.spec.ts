import { ROLE_NAMES, STAGES, TASK_KINDS, taskRule } from '#domain';
import { LANGUAGES, translate } from '#messages';
import { readPolicies } from '#policies';
import { readFileSync } from 'node:fs';

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
