import { readFileSync } from 'node:fs';
import { shapeOfPolicy } from '#domain';
import { readPolicies } from '#policies';

type Words = Readonly<Record<string, Readonly<Record<string, string>>>>;

const rules = readPolicies().flatMap(({ parameters }) => parameters);

test.each(['id', 'en'])('every rule that ships has a name in %s', (language) => {
  const words = JSON.parse(readFileSync(`libs/messages/src/${language}/policies.json`, 'utf8')) as { rule: Words };
  const unnamed = rules.filter(({ key }) => {
    const [room = '', name = ''] = key.split('.');
    return words.rule[room]?.[name] === undefined;
  });
  expect(unnamed.map(({ key }) => key)).toEqual([]);
});

test('every value that ships is one that its rule may have', () => {
  const unfit = rules.filter(({ key, value }) => {
    const shape = shapeOfPolicy(key);
    if (shape.of === 'count') return typeof value !== 'number' || value < shape.least || value > shape.most;
    return shape.of === 'choice' ? !shape.choices.includes(String(value)) : !shape.pattern.test(String(value));
  });
  expect(unfit.map(({ key }) => key)).toEqual([]);
});
