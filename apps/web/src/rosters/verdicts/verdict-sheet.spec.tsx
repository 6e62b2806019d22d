import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import type { Family, NewVerdicts } from '../../api/schemas';
import { bringWords } from '../../shared/language/language';
import { anApi, good, type ReceivedRequest } from '../../shared/testing/an-api';
import { aTask } from '../../shared/testing/a-task';
import { openPage } from '../../shared/testing/open-page';
import { VerdictSheet } from './verdict-sheet';

beforeAll(() => bringWords('families'));

const family = (rowNumber: number): Family => ({
  ...{
    id: `row-${rowNumber}`,
    familyCode: null,
    kpmCode: `KPM-${rowNumber}`,
    rowNumber,
    sheet: '',
    fileName: 'daftar.csv',
  },
  ...{ rtRw: '001/002' },
  ...{ kelurahanCode: '32.75.02.1001', kelurahanName: 'Kranji', nikMasked: '3275••••••••0001', state: 'valid' },
  ...{ findings: [], matchResult: 'matched', verdict: null, verdictReason: null, verdictAt: null, listedAs: [] },
});
const NOW = '2023-04-03T04:00:00Z';
const SAVED = {
  changed: 1,
  filledRowIds: [],
  families: 4,
  eligible: 0,
  ineligible: 0,
  check: 0,
  artefactHash: 'a',
  savedAt: NOW,
};

interface Sheet {
  readonly user: UserEvent;
  /** What the server has been told of each row, in order. */
  readonly notified: () => readonly (readonly [row: string, verdict: string | null, reason?: string])[];
}

/** Four families under the hand of an operator whose keys go to the grid. */
async function sheet(isEditable = true, listed: readonly number[] = []): Promise<Sheet> {
  const { sent } = anApi(({ path }) => good(path.endsWith('/auth/me') ? { powers: [] } : SAVED));
  const id = crypto.randomUUID();
  const user = await openPage(
    <VerdictSheet
      task={aTask({ id, kind: 'verification.complete' })}
      families={[1, 2, 3, 4].map((row) => ({
        ...family(row),
        listedAs: listed.includes(row) ? ['Aparatur sipil negara'] : [],
      }))}
      isEditable={isEditable}
    />,
  );
  (await screen.findByRole('grid')).focus();
  return { user, notified: () => sent(`/tasks/${id}/verdicts`).flatMap(linesOf) };
}

const linesOf = ({ body }: ReceivedRequest) =>
  (body as NewVerdicts).verdicts.map(({ rowId, verdict, reason }) =>
    reason === undefined ? ([rowId, verdict] as const) : ([rowId, verdict, reason] as const),
  );

const active = (): string | null => screen.getByRole('grid').getAttribute('aria-activedescendant');
const chosen = (): (string | null)[] =>
  screen
    .getAllByRole('row')
    .filter((row) => row.getAttribute('aria-selected') === 'true')
    .map(({ id }) => id);
const shows = (row: number, verdict: string): boolean =>
  within(document.getElementById(`family-row-${row}`) ?? document.body).queryByRole('button', {
    name: verdict,
    pressed: true,
  }) !== null;

test('1 and 3 mark the active family and go on to the next', async () => {
  const { user, notified } = await sheet();
  await user.keyboard('13');
  expect(shows(1, '1 Layak')).toBe(true);
  expect(shows(2, '3 Perlu dicek')).toBe(true);
  expect(active()).toBe('family-row-3');
  await waitFor(() => {
    expect(notified()).toEqual([
      ['row-1', 'eligible'],
      ['row-2', 'check'],
    ]);
  });
});

test('2 asks why, and the next digit is the reason, not a verdict; Escape stops asking', async () => {
  const { user, notified } = await sheet();
  await user.keyboard('2');
  expect(screen.getByRole('group', { name: 'Mengapa tidak layak?' })).toBeTruthy();
  await user.keyboard('3');
  await user.keyboard('2{Escape}1');
  await waitFor(() => {
    expect(notified()).toEqual([
      ['row-1', 'ineligible', 'not_found'],
      ['row-2', 'eligible'],
    ]);
  });
});

test('x chooses, X chooses to here, and a digit then marks all chosen ones', async () => {
  const { user, notified } = await sheet();
  await user.keyboard('xjjX');
  expect(chosen()).toEqual(['family-row-1', 'family-row-2', 'family-row-3']);
  await user.keyboard('1');
  expect(chosen()).toEqual([]);
  expect(active()).toBe('family-row-3');
  await waitFor(() => {
    expect(notified().map(([row]) => row)).toEqual(['row-1', 'row-2', 'row-3']);
  });
});

test('u takes the newest mark back, then the one before', async () => {
  const { user, notified } = await sheet();
  await user.keyboard('13u');
  expect(shows(1, '1 Layak')).toBe(true);
  expect(shows(2, '3 Perlu dicek')).toBe(false);
  await user.keyboard('u');
  expect(shows(1, '1 Layak')).toBe(false);
  await waitFor(() => {
    expect(notified().slice(-2)).toEqual([
      ['row-1', null],
      ['row-2', null],
    ]);
  });
});

test.each([
  ['j', 2],
  ['{ArrowDown}{ArrowDown}', 3],
  ['jjk', 2],
  ['{End}', 4],
  ['{PageDown}', 4],
  ['{End}{ArrowUp}', 3],
  ['{End}{PageUp}', 1],
  ['{End}{Home}', 1],
  ['{End}jj', 4],
  ['k', 1],
])('%s ends at family %d', async (keys, row) => {
  const { user } = await sheet();
  await user.keyboard(keys);
  expect(active()).toBe(`family-row-${row}`);
});

test('keys with Ctrl, Alt or Meta belong to the browser', async () => {
  const { user, notified } = await sheet();
  await user.keyboard('{Control>}1{/Control}{Alt>}1{/Alt}{Meta>}1{/Meta}3');
  await waitFor(() => {
    expect(notified()).toEqual([['row-1', 'check']]);
  });
});

test('who may not edit walks the list, and no key marks', async () => {
  const { user, notified } = await sheet(false);
  await user.keyboard('1jx3u2');
  expect(active()).toBe('family-row-2');
  expect(chosen()).toEqual([]);
  expect(screen.queryByRole('group', { name: 'Mengapa tidak layak?' })).toBeNull();
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(notified()).toEqual([]);
});

test('a listed family waits for what the field check found; its neighbour does not', async () => {
  const { user, notified } = await sheet(true, [1]);
  expect(screen.getByText(/Tercantum: Aparatur sipil negara/)).toBeTruthy();
  await user.keyboard('1');
  expect(screen.getByRole('group', { name: 'Apa yang ditemukan saat cek lapangan?' })).toBeTruthy();
  await user.keyboard('2');
  await user.keyboard('1');
  await waitFor(() => {
    expect(notified()).toEqual([
      ['row-1', 'eligible', 'name_borrowed'],
      ['row-2', 'eligible'],
    ]);
  });
});
