import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DomainError } from '#domain';
import { projectFile } from '#policies';
import { checkRoster, type RosterCheck } from '../../../apps/cli/src/roster-check.js';
import { anOfficer } from '../../support/factories/officers.js';
import { aRosterDraft } from '../support/roster-draft.js';
import { aScene, type Scene } from '../support/scene.js';

const CASES = projectFile('tests/support/fixtures/rosters');

let scene: Scene;
beforeAll(async () => (scene = await aScene()), 60_000);
afterAll(() => scene.api.stop());

const asLine = (sheet: string | undefined, row: number | null, column: string | null, code: string): string =>
  [sheet ?? '', row ?? '', column ?? '', code].join(' ');

const outcomeOf = (report: Omit<RosterCheck, 'file'>) => ({
  counts: [report.rows, report.valid, report.warning, report.invalid, report.duplicate],
  ...{ codes: report.codes, issueCount: report.issueCount },
  issues: report.issues.map(({ sheet, row, column, code }) => asLine(sheet, row, column, code)).sort(),
});

/** The file as the upload answers, the list as the page shows it, and the report, which must all say the same. */
async function uploaded(name: string) {
  const draft = await aRosterDraft(scene);
  const answer = await draft.upload(readFileSync(join(CASES, name)), name);
  if (answer.status !== 200) return { code: answer.code };
  const file = answer.body as { id: string; rowsRead: number; rowsValid: number };
  const operator = await scene.person('dinsos.operator');
  const { body } = await operator.get(`/roster-files/${file.id}/report`);
  const report = body as RosterCheck;
  expect([report.file, report.rows, report.valid]).toEqual([name, file.rowsRead, file.rowsValid]);
  const families = (await operator.get(`/rosters/${draft.rosterId}/families?limit=100`)).body as {
    rows: { findings: { message: string }[] }[];
  };
  const shown = families.rows.flatMap(({ findings }) => findings.map(({ message }) => message));
  expect(report.issues.map(({ message }) => message)).toEqual(expect.arrayContaining(shown));
  return outcomeOf(report);
}

async function checked(name: string) {
  try {
    return outcomeOf(await checkRoster(join(CASES, name), '32.75', '2023-03-01'));
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code };
    throw error;
  }
}

test.each(readdirSync(CASES))('%s: the upload says what the check says', async (name) => {
  expect(await uploaded(name)).toEqual(await checked(name));
});

test('a workbook is refused in a sentence that says what to do', async () => {
  const draft = await aRosterDraft(scene);
  const answer = await draft.upload(readFileSync(join(CASES, 'macro.xlsm')), 'macro.xlsx');
  expect(answer).toMatchObject({ status: 415, code: 'FILE_MACROS' });
  expect((answer.body as { detail: string }).detail).toContain('.xlsx');
});

/** A head of Dinsos of another city, with the password of everybody. */
async function somebodyOfDepok() {
  const { manager } = scene.api.database;
  const [demo] = await manager.query<{ hash: string }[]>(
    `select password_hash as hash from officer where username = 'ppk'`,
  );
  const { username } = await anOfficer(manager, 'dinsos_head', {
    territoryCode: '32.76',
    passwordHash: demo?.hash ?? '',
  });
  return scene.person(username);
}

test('a file of another city, or a match result, has no report', async () => {
  const draft = await aRosterDraft(scene);
  const { body } = await draft.upload(readFileSync(join(CASES, 'names.csv')), 'names.csv');
  const path = `/roster-files/${(body as { id: string }).id}/report`;
  const elsewhere = await somebodyOfDepok();
  expect(await elsewhere.get(path)).toMatchObject({ status: 404, code: 'FILE_UNKNOWN' });
  const operator = await scene.person('dinsos.operator');
  const answers = 'NIK,NKK,NAMA LENGKAP,HASIL,KETERANGAN\n3275044502620001,,RATIH MISALNYA,1,\n';
  const match = await operator.upload(`/tasks/${await draft.openIdentityTask()}/identity-files`, answers, 'match.csv');
  expect(match.status).toBe(200);
  expect(await operator.get(`/roster-files/${(match.body as { id: string }).id}/report`)).toMatchObject({
    status: 404,
  });
});
