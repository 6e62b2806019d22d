import type { Person } from '../../support/factories/api-client.js';
import { letProofsAge, withAuthenticator } from '../support/authenticator.js';
import { aScene, type Scene } from '../support/scene.js';

let scene: Scene;
beforeAll(async () => {
  scene = await aScene();
}, 60_000);
afterAll(() => scene.api.stop());

/** Nobody's: who may not decide now does not learn whether there is such a thing. */
const NOTHING = '0198a000-0000-7000-8000-00000000000f';

/** What moves money, law or who may, without being a task. */
const BESIDE_TASKS: readonly (readonly [username: string, path: string, body: object, unproved: boolean])[] = [
  ['kpa', `/budgets/${NOTHING}/confirm`, {}, true],
  ['kpa', `/policies/changes/${NOTHING}/confirm`, {}, true],
  ['kpa', `/service-areas/${NOTHING}/confirm`, {}, true],
  ['kpa', `/budgets/${NOTHING}/refuse`, { reason: 'Belum ada DIPA' }, false],
  ['walikota', `/organisation/appointments/${NOTHING}/confirm`, {}, true],
  ['walikota', `/organisation/resets/${NOTHING}/confirm`, {}, true],
  ['walikota', `/organisation/resets/${NOTHING}/letter`, {}, true],
  ['walikota', '/case-measures/act', { act: 'approve', ids: [NOTHING] }, true],
  ['walikota', '/case-measures/act', { act: 'return', ids: [NOTHING], reason: 'Keluarga pindah' }, true],
  ['walikota', '/case-measures/act', { act: 'refuse', ids: [NOTHING], reason: 'Belum jelas' }, false],
  ['walikota', `/case-sanctions/${NOTHING}/act`, { act: 'lift', reason: 'Keberatan benar' }, true],
  ['walikota', `/case-sanctions/${NOTHING}/act`, { act: 'object', reason: 'Keluarga keberatan' }, false],
  ['dinsos.kepala', `/stipends/${NOTHING}/approve`, {}, true],
];

const codeIn = (answer: { readonly body: unknown } | undefined): unknown =>
  (answer?.body as { code?: unknown } | undefined)?.code;

test('what moves money, law or posts beside tasks is decided after a proof, too; a refusal asks for none', async () => {
  const people = new Map<string, Person>();
  for (const [username] of BESIDE_TASKS)
    if (!people.has(username)) people.set(username, (await withAuthenticator(scene, username)).person);
  await letProofsAge(scene);
  const proofWanted = async (): Promise<boolean[]> => {
    const answers = [];
    for (const [username, path, body] of BESIDE_TASKS)
      answers.push(codeIn(await people.get(username)?.post(path, body)) === 'PROOF_REQUIRED');
    return answers;
  };
  expect(await proofWanted()).toEqual(BESIDE_TASKS.map(([, , , unproved]) => unproved));
  await scene.sql('update session set proved_at = now() where proved_at is not null returning 1');
  expect(await proofWanted()).toEqual(BESIDE_TASKS.map(() => false));
});
