import { readFileSync } from 'node:fs';

interface Operation {
  readonly parameters?: readonly { readonly name: string }[];
}

const { paths } = JSON.parse(readFileSync('apps/api/openapi.json', 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
};
const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { parameters = [] }]) => ({
    route: `${method} ${path}`,
    isCommand: parameters.some(({ name }) => name === 'Idempotency-Key'),
  })),
);

test('no command is reached by GET: a link in a mail, or whoever fetches it ahead, decides nothing', () => {
  expect(operations.filter(({ isCommand }) => isCommand).length).toBeGreaterThan(20);
  expect(operations.filter(({ route, isCommand }) => isCommand && !/^(post|put|delete|patch) /.test(route))).toEqual(
    [],
  );
});
