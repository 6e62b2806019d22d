import { screen } from '@testing-library/react';
import { useState } from 'react';
import { ProblemError, problemOf } from '../api/problem';
import { anApi, good, refusal } from '../shared/testing/an-api';
import { openPage } from '../shared/testing/open-page';
import { ProblemNotice } from '../shared/states/problem-notice';

const PROOF_REQUIRED = new ProblemError({ ...problemOf(undefined, 403), title: 'Isi kode', code: 'PROOF_REQUIRED' });

const NO_PASSKEYS = { isOffered: false, passkeys: [] };

/** A form that was refused for want of a proof, as any of them shows it. */
function Refused() {
  const [sent, setSent] = useState(0);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setSent(sent + 1);
      }}
    >
      <p>{`terkirim ${sent}`}</p>
      <ProblemNotice error={PROOF_REQUIRED} />
    </form>
  );
}

const field = () => screen.findByRole('textbox', { name: /Kode dari aplikasi/ });

test('a code is sent once, by key or button, and sends nothing of the form around it', async () => {
  const api = anApi(({ path }) => good(path.endsWith('/passkeys') ? NO_PASSKEYS : null));
  const user = await openPage(<Refused />);
  await user.type(await field(), '123456{Enter}');
  expect(await screen.findByText(/Terbukti untuk lima menit/)).toBeTruthy();
  expect(api.sent('/proof').map(({ body }) => body)).toEqual([{ code: '123456' }]);
  expect(screen.getByText('terkirim 0')).toBeTruthy();
});

test('a wrong code says so, and another may be typed', async () => {
  anApi(() => refusal(422, 'CODE_WRONG', 'Kode salah'));
  const user = await openPage(<Refused />);
  await user.type(await field(), '000000');
  await user.click(screen.getByRole('button', { name: 'Kirim kode' }));
  expect((await screen.findAllByRole('alert')).length).toBe(2);
  expect(await field()).toBeTruthy();
});
