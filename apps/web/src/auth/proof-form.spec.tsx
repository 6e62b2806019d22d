import { screen } from '@testing-library/react';
import { anApi, good } from '../shared/testing/an-api';
import { openPage } from '../shared/testing/open-page';
import { ProofForm } from './proof-form';

test('a code is sent once and forgotten', async () => {
  const api = anApi(() => good(null));
  const user = await openPage(<ProofForm />);
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: /Kode dari aplikasi/ });
  await user.type(field, '123456');
  await user.click(screen.getByRole('button', { name: 'Kirim kode' }));
  expect(api.sent('/proof').map(({ body }) => body)).toEqual([{ code: '123456' }]);
  expect(field.value).toBe('');
});
