import { bringWords } from '../../shared/language/language';
import { screen } from '@testing-library/react';
import type { Break } from '../../api/schemas';
import { anApi, good } from '../../shared/testing/an-api';
import { aTask } from '../../shared/testing/a-task';
import { openPage } from '../../shared/testing/open-page';
import { BreaksArtefact } from './breaks-artefact';

beforeAll(() => bringWords('money'));

const task = aTask({ kind: 'breaks.propose', stage: 'distribution', subjectType: 'order' });

const aBreak = (id: string, more: Partial<Break> = {}): Break => ({
  ...{
    id,
    orderId: task.subjectId,
    endToEndId: `E${id}`,
    familyCode: null,
    kpmCode: `KPM-${id}`,
    type: 'later_return',
    owner: 'data',
  },
  ...{
    expectedRupiah: '400000',
    foundRupiah: '400000',
    dueOn: '2023-03-20',
    state: 'open',
    reason: 'AC04',
    said: null,
  },
  ...{ resolutions: ['failed', 'credited'], resolution: null, explanation: null, isForPeople: true },
  ...{ isSettledByPeople: false, openedAt: '2023-03-06T03:00:00Z', settledAt: null },
  ...more,
});

const server = (rows: readonly Break[]) =>
  anApi(({ method }) =>
    method === 'GET'
      ? good({ rows, next: null })
      : good({ changed: 1, artefactHash: 'h', savedAt: '2023-03-06T03:00:00Z' }),
  );

async function explanationOf(id: string): Promise<HTMLTextAreaElement> {
  const field = (await screen.findByRole('article', { name: `B-${id}` })).querySelector('textarea');
  if (field === null) throw new Error('a break is explained in a field');
  return field;
}

async function open(rows: readonly Break[], isEditable = true) {
  const api = server(rows);
  const notified: boolean[] = [];
  const user = await openPage(
    <BreaksArtefact task={task} isEditable={isEditable} onUnsaved={(isUnsaved) => notified.push(isUnsaved)} />,
  );
  return { api, notified, user };
}

test('a proposal needs a way and an explanation before it is saved, and the task knows of unsaved ones', async () => {
  const { api, notified, user } = await open([aBreak('1')]);
  const field = await explanationOf('1');
  const save = screen.getByRole('button', { name: 'Simpan usulan' });
  await user.click(save);
  expect(api.sent('/resolutions')).toEqual([]);

  await user.click(screen.getByRole('combobox', { name: 'Penyelesaian' }));
  await user.click(await screen.findByRole('option', { name: 'Tidak masuk rekening' }));
  await user.type(field, 'Surat bank 9 Maret');
  expect(notified.at(-1)).toBe(true);
  await user.click(save);

  expect(api.sent('/resolutions').map(({ body }) => body)).toEqual([
    { resolutions: [{ breakId: '1', resolution: 'failed', explanation: 'Surat bank 9 Maret' }] },
  ]);
});

test('others of the same type are settled alike in one press, and only they', async () => {
  const { api, user } = await open([
    aBreak('1'),
    aBreak('2'),
    aBreak('3', { type: 'unmatched_external', resolutions: ['explained'] }),
  ]);
  const field = await explanationOf('1');
  const [way] = screen.getAllByRole('combobox', { name: 'Penyelesaian' });
  if (way === undefined) throw new Error('each break has its ways');
  await user.click(way);
  await user.click(await screen.findByRole('option', { name: 'Masuk rekening' }));
  await user.type(field, 'Surat bank 9 Maret');
  await user.click(screen.getByRole('button', { name: /Terapkan ke 1 selisih/ }));
  await user.click(screen.getByRole('button', { name: 'Simpan usulan' }));

  const [sent] = api
    .sent('/resolutions')
    .map(({ body }) => (body as { resolutions: { breakId: string }[] }).resolutions);
  expect(sent?.map(({ breakId }) => breakId).sort()).toEqual(['1', '2']);
});

test('who may only read sees what is proposed and no field', async () => {
  await open([aBreak('1', { resolution: 'failed', explanation: 'Surat bank 9 Maret' })], false);

  expect(await screen.findByText('Surat bank 9 Maret')).toBeTruthy();
  expect(screen.queryByRole('combobox')).toBeNull();
});
