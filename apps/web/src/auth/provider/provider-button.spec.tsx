import { screen, waitFor } from '@testing-library/react';
import { bringWords } from '../../shared/language/language';
import { anApi, good } from '../../shared/testing/an-api';
import { openPage } from '../../shared/testing/open-page';
import { ProviderButton } from './provider-button';

beforeAll(() => bringWords('auth'));

const open = async (
  name: string | null,
  begun = () => good({ address: '#pergi' }),
  onOffer: () => void = () => undefined,
) => {
  const api = anApi(({ path }) => {
    if (path.endsWith('/begin')) return begun();
    onOffer();
    return good({ name });
  });
  return { api, user: await openPage(<ProviderButton to="/inbox" />) };
};

test('without a provider there is no button', async () => {
  let isAnswered = false;
  await open(null, undefined, () => {
    isAnswered = true;
  });
  await waitFor(() => {
    expect(isAnswered).toBe(true);
  });
  expect(screen.queryByRole('button')).toBeNull();
});

test('the provider is called as people know it, and hears which page was asked for', async () => {
  const { api, user } = await open('Akun Kemensos');
  await user.click(await screen.findByRole('button', { name: 'Masuk dengan Akun Kemensos' }));
  expect(api.sent('/begin')).toMatchObject([{ body: { to: '/inbox' } }]);
});

test('a provider that does not answer is said so, and the button stays', async () => {
  const problem = { type: 'about:blank', title: 'Layanan tidak menjawab.', status: 503, code: 'PROVIDER_UNREACHABLE' };
  const { user } = await open('Akun Kemensos', () =>
    Response.json({ ...problem, detail: '', instance: '', errors: [] }, { status: 503 }),
  );
  await user.click(await screen.findByRole('button', { name: 'Masuk dengan Akun Kemensos' }));
  expect(await screen.findByText('Layanan tidak menjawab.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Masuk dengan Akun Kemensos' })).toBeTruthy();
});
