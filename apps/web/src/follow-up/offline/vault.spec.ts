import { Vault } from './vault';

test('opens with its PIN and its name alone', async () => {
  const { vault, lock } = await Vault.make('271828');
  const sealed = await vault.seal('lease', { name: 'KELUARGA CONTOH' });
  expect(new TextDecoder().decode(sealed.data)).not.toContain('CONTOH');
  const again = await Vault.open('271828', lock);
  expect(await again?.open('lease', sealed)).toEqual({ name: 'KELUARGA CONTOH' });
  expect(await Vault.open('271829', lock)).toBeUndefined();
  await expect(vault.open('device', sealed)).rejects.toThrow();
  const other = await Vault.make('271828');
  await expect(other.vault.open('lease', sealed)).rejects.toThrow();
});
