import { bundleWorkflows } from '#temporal';

/** About 1.2 MB today; an entity or a framework that slips in would add several. */
const MEGABYTES = 2;

let code: string;

beforeAll(async () => {
  ({ code } = await bundleWorkflows());
}, 60_000);

test.each(['node_modules/typeorm', 'node_modules/@nestjs', 'node_modules/pg/', 'libs/persistence', 'node_modules/zod'])(
  'the workflow bundle holds nothing of %s',
  (what) => {
    expect(code.includes(what)).toBe(false);
  },
);

test('the workflow bundle stays small', () => {
  // The inline source map is most of the text; the code before it is what the sandbox loads.
  const [sandboxed = ''] = code.split('//# sourceMappingURL');
  expect(sandboxed.length).toBeLessThan(MEGABYTES * 1024 * 1024);
});
