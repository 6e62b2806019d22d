import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFile } from '#policies';
import { aRosterDraft } from '../support/roster-draft.js';
import { aScene, type Scene } from '../support/scene.js';

const FIXTURES = projectFile('tests/support/fixtures');
const content = (folder: string, name: string): Buffer => readFileSync(join(FIXTURES, folder, name));

let scene: Scene;
beforeAll(async () => (scene = await aScene()), 60_000);
afterAll(() => scene.api.stop());

interface Answered {
  readonly state: string;
  readonly rowsRead: number;
  readonly notes: readonly { readonly code: string; readonly message: string }[];
}

/** Six families, and the answers of the match in the order in which they come. */
async function matched(...names: readonly string[]) {
  const draft = await aRosterDraft(scene);
  expect((await draft.upload(content('rosters', 'report-20-roster-six.csv'))).status).toBe(200);
  const taskId = await draft.openIdentityTask();
  const operator = await scene.person('dinsos.operator');
  const files: Answered[] = [];
  for (const name of names) {
    const { status, body } = await operator.upload(`/tasks/${taskId}/identity-files`, content('identity', name), name);
    expect([name, status]).toEqual([name, 200]);
    files.push(body as Answered);
  }
  return {
    results: (await draft.summary()).matchResults,
    notes: files.map((file) => file.notes.map(({ code }) => code)),
    messages: files.flatMap((file) => file.notes.map(({ message }) => message)),
  };
}

test('two parts match all six, and the first sent again takes nothing back', async () => {
  const [first, second] = ['identity-part-1.csv', 'identity-part-2.csv'];
  const { results, notes } = await matched(first, second, first);
  expect(results).toEqual({ matched: 6 });
  expect(notes).toEqual([['FAMILIES_WITHOUT_ANSWER'], [], ['FAMILIES_WITHOUT_ANSWER']]);
});

test('remarks full of commas don’t hide the separator', async () => {
  expect((await matched('identity-remarks-semicolon.csv')).results).toEqual({ dead: 6 });
});

test('numbers are cleaned as those of the list are', async () => {
  expect((await matched('identity-numbers.xlsx')).results).toEqual({ matched: 4, absent: 2 });
});

test('answers for nobody on the list are counted and said', async () => {
  const { results, messages } = await matched('identity-strangers.csv');
  expect(results).toEqual({ matched: 6 });
  expect(messages).toEqual([expect.stringContaining('bukan untuk keluarga di daftar ini: 4')]);
});
