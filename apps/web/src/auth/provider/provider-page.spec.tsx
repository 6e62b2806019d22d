import { focusManager } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import { bringWords } from '../../shared/language/language';
import { anApi, refusal } from '../../shared/testing/an-api';
import { openPage } from '../../shared/testing/open-page';
import { ProviderPage } from './provider-page';

beforeAll(() => bringWords('auth'));

test('what the provider sent is used once, and a refusal stays when somebody comes back to the tab', async () => {
  const api = anApi(() => refusal(401, 'PROVIDER_NO_OFFICER', 'Akun ini belum dikenal.'));
  await openPage(<ProviderPage />);
  expect(await screen.findByText('Akun ini belum dikenal.')).toBeTruthy();
  focusManager.setFocused(false);
  focusManager.setFocused(true);
  // Long enough for a request that would follow.
  await new Promise((resolve) => {
    setTimeout(resolve, 100);
  });
  expect(api.sent('/finish')).toHaveLength(1);
  expect(screen.getByRole('link', { name: 'Masuk ke Amanah' })).toBeTruthy();
});
