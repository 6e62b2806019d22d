import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DomainError } from '#domain';
import { projectFile } from '#policies';
import { checkRoster, type RosterCheck } from '../../../apps/cli/src/roster-check.js';
import { aRosterDraft } from '../support/roster-draft.js';
import { aScene, type Scene } from '../support/scene.js';

const CASES = projectFile('tests/support/fixtures/rosters');

let scene: Scene;
beforeAll(async () => (scene = await aScene()), 60_000);
afterAll(() => scene.api.stop());

interface ApiFamily {
  readonly rowNumber: number;
  readonly sheet: string;
  readonly findings: readonly { readonly code: string; readonly column: string | null; readonly message: string }[];
}

interface ApiFile {
  readonly state: string;
  readonly rowsRead: number;
  readonly rowsValid: number;
  readonly rowsWarning: number;
  readonly rowsInvalid: number;
  readonly rowsDuplicate: number;
  readonly notes: readonly { readonly sheet: string; readonly row: number | null; readonly code: string }[];
}

const asLine = (sheet: string | undefined, row: number | null, column: string | null, code: string): string =>
  [sheet ?? '', row ?? '', column ?? '', code].join(' ');

async function uploaded(name: string) {
  const draft = await aRosterDraft(scene);
  const answer = await draft.upload(readFileSync(join(CASES, name)), name);
  if (answer.status !== 200) return { code: answer.code };
  const file = answer.body as ApiFile;
  const operator = await scene.person('dinsos.operator');
  const { body } = await operator.get(`/rosters/${draft.rosterId}/families?limit=100`);
  const { rows } = body as { rows: ApiFamily[] };
  return {
    counts: [file.rowsRead, file.rowsValid, file.rowsWarning, file.rowsInvalid, file.rowsDuplicate],
    issues: [
      ...file.notes.map(({ sheet, row, code }) => asLine(sheet, row, null, code)),
      ...rows.flatMap(({ rowNumber, sheet, findings }) =>
        findings.map(({ code, column }) => asLine(sheet, rowNumber, column, code)),
      ),
    ].sort(),
  };
}

async function checked(name: string) {
  try {
    const check: RosterCheck = await checkRoster(join(CASES, name), '32.75', '2023-03-01');
    return {
      counts: [check.rows, check.valid, check.warning, check.invalid, check.duplicate],
      issues: check.issues.map(({ sheet, row, column, code }) => asLine(sheet, row, column, code)).sort(),
    };
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
