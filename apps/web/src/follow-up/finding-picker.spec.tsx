import { screen, within } from '@testing-library/react';
import { readPolicies } from '../../../../libs/policies/src/policy-file';
import { anApi, good, refusal } from '../shared/testing/an-api';
import { aTask } from '../shared/testing/a-task';
import { openPage } from '../shared/testing/open-page';
import { DecisionForm } from '../tasks/decision/decision-form';

const [POLICY] = readPolicies();
/** Each finding by the rule that began last. */
const TREE = [...new Map((POLICY?.findings ?? []).map((rule) => [rule.finding, rule])).values()];
const WORDS = 'Apa yang ditemukan?';
const visit = aTask({ kind: 'follow-up.visit', stage: 'follow-up', subjectType: 'case' });
const form = (
  <DecisionForm
    detail={{ task: visit, actions: { decide: [{ outcome: 'submitted', allowed: true, refusals: [], returnTo: [] }] } }}
    seenHash="seen"
  />
);
const server = () =>
  anApi(({ method, path }) =>
    method === 'POST'
      ? refusal(422, 'CASE_EVIDENCE_MISSING', 'Temuan ini belum lengkap buktinya: Foto.')
      : good(path.endsWith('/findings') ? TREE : { rows: [], next: null }),
  );

test.each(TREE.map(({ finding }) => finding))('%s is reached in three taps or fewer', async (finding) => {
  server();
  const user = await openPage(form);
  const picker = await screen.findByRole('group', { name: WORDS });
  let taps = 0;
  const groups = [...new Set(TREE.map(({ group }) => group))];
  const shown = (): HTMLElement[] => within(picker).getAllByRole('button');
  await within(picker).findAllByRole('button');
  expect(shown()).toHaveLength(groups.length);
  const branch = TREE.find((rule) => rule.finding === finding)?.group ?? '';
  const place = TREE.filter(({ group }) => group === branch).findIndex((rule) => rule.finding === finding);
  for (const at of [groups.indexOf(branch), groups.length + place]) {
    const button = shown()[at];
    if (button === undefined) throw new Error('every branch and every finding has its button');
    await user.click(button);
    taps += 1;
  }
  expect(within(picker).getByRole('button', { pressed: true }).textContent).not.toBe(finding);
  expect(taps).toBeLessThanOrEqual(3);
});

test('what a finding asks for is named and asked for; what the server still misses is said, and nothing typed is lost', async () => {
  const { sent } = server();
  const user = await openPage(form);
  await user.click(await screen.findByRole('button', { name: 'Pindah' }));
  await user.click(screen.getByRole('button', { name: 'Tidak ditemukan' }));
  expect(screen.getByText(/Bukti yang diminta: Catatan, Kunjungan kedua pada hari lain/)).toBeTruthy();
  await user.type(screen.getByLabelText(/Catatan/), 'Rumah kosong');
  await user.type(screen.getByLabelText(/kunjungan ke-1/), '2023-05-02');
  await user.type(screen.getByLabelText(/kunjungan ke-2/), '2023-05-04');
  await user.click(screen.getByRole('button', { name: 'Kirim' }));
  await screen.findByText(/belum lengkap buktinya/);
  expect(sent('/decide').map(({ body }) => (body as { details: unknown }).details)).toEqual([
    { finding: 'not_found', note: 'Rumah kosong', visitedOn: ['2023-05-02', '2023-05-04'] },
  ]);
  expect(screen.getByLabelText(/Catatan/)).toHaveProperty('value', 'Rumah kosong');
});

test('only a finding that asks for a photo or a paper offers to attach one', async () => {
  server();
  const user = await openPage(form);
  await user.click(await screen.findByRole('button', { name: 'Kartu dan PIN' }));
  await user.click(screen.getByRole('button', { name: 'PIN terblokir' }));
  expect(screen.queryByText(/Lampirkan foto atau surat/)).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Kartu rusak' }));
  expect(screen.getByText(/Lampirkan foto atau surat/)).toBeTruthy();
});
