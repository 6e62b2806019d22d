import { isEasilyGuessed } from './password-strength.js';

const ABOUT = ['siti.aminah', 'Siti Aminah'];

test.each([
  'aaaaaaaaaaaa',
  'password1234',
  'rahasia12345',
  'qwertyuiop12',
  'siti.aminah12345',
  'SitiAminah2023',
  'Jakarta2023!!',
  'amanah-demo',
  'amanahsembako2023',
  '121212121212121212',
  'x'.repeat(200),
])('%s is guessed soon', (password) => {
  expect(isEasilyGuessed(password, ABOUT)).toBe(true);
});

test.each([
  'kata sandi yang panjang',
  'beberapa kata mudah',
  'tiga kuda di sawah',
  'beras-merah-42-langit',
  'f3Qz!m8LwR2p',
])('%s is not', (password) => {
  expect(isEasilyGuessed(password, ABOUT)).toBe(false);
});

test('the longest password that is taken is judged in a moment', () => {
  const started = Date.now();
  isEasilyGuessed('ab1!'.repeat(50), ABOUT);
  isEasilyGuessed('4@8({[<63€1!|70$5+%2'.repeat(10), ABOUT);
  expect(Date.now() - started).toBeLessThan(2_000);
});
