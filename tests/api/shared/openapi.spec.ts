import { readFileSync } from 'node:fs';
import { describeApi } from '../../../apps/api/src/create-app.js';
import { runningApi, type RunningApi } from '../support/running-api.js';

let api: RunningApi;

beforeAll(async () => {
  api = await runningApi();
}, 60_000);

afterAll(() => api.stop());

test('the committed OpenAPI file is what the routes say', () => {
  const committed: unknown = JSON.parse(readFileSync('apps/api/openapi.json', 'utf8'));
  expect(JSON.parse(JSON.stringify(describeApi(api.app)))).toEqual(committed);
});
