import { fireEvent, screen } from '@testing-library/react';
import { bringWords } from '../shared/language/language';
import { anApi, good, refusal } from '../shared/testing/an-api';
import { openPage } from '../shared/testing/open-page';
import { CekPage } from './cek-page';

beforeAll(() => bringWords('families'));

async function checked(answer: Response) {
  const api = anApi(() => answer);
  const user = await openPage(<CekPage />);
  await user.type(screen.getByRole('textbox', { name: /^NIK/ }), '3275021705800001');
  fireEvent.change(screen.getByLabelText(/^Tanggal lahir/), { target: { value: '1980-05-17' } });
  await user.click(screen.getByRole('button', { name: 'Cek' }));
  return { api, user };
}

test('a family reads how far each period is, by whom it is paid, and whom to ask', async () => {
  const credited = {
    ...{ months: ['2023-03', '2023-04'], stage: 'credited', channel: 'post', serviceName: 'PT Pos Bekasi' },
    ...{ creditedOn: '2023-03-20', askOffice: 'tksk', askPlace: 'Bekasi Barat' },
  };
  const older = { ...credited, months: ['2023-01'], stage: 'failed', channel: 'card', serviceName: null };
  const { api } = await checked(
    good({ periods: [credited, { ...older, creditedOn: null, askOffice: 'dinsos', askPlace: 'Kota Bekasi' }] }),
  );
  const [first, second] = await screen.findAllByRole('region');
  expect(first?.textContent).toMatch(
    /Sudah masuk, belum dipakai.*PT Pos Bekasi.*20 Maret 2023.*TKSK Kecamatan Bekasi Barat/,
  );
  expect(second?.textContent).toMatch(/Belum berhasil dibayarkan.*Bank penyalur.*Dinas Sosial Kota Bekasi/);
  expect(second?.textContent).not.toContain('Masuk pada');
  expect(api.sent('/own-aid').map(({ body }) => body)).toEqual([{ nik: '3275021705800001', birthDate: '1980-05-17' }]);
});

test('who is on no list reads whom to ask', async () => {
  await checked(good({ periods: [] }));
  await screen.findByText(/^Tidak ada bantuan yang tercatat/);
});

test('a refusal says what is wrong and keeps what was typed', async () => {
  await checked(refusal(429, 'PUBLIC_TOO_MANY', 'Terlalu banyak kiriman dari tempat ini.'));
  await screen.findByText(/Terlalu banyak kiriman/);
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: /^NIK/ }).value).toBe('3275021705800001');
});
