import fc from 'fast-check';
import { AddressGuard } from './address-guard.js';

const guard = new AddressGuard({ networks: [], isSandbox: false });

test.each([
  ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '0.0.0.0'],
  ...['100.64.0.1', '224.0.0.1', '255.255.255.255', '192.0.2.1', '198.18.0.1'],
  ...['::', '::1', 'fe80::1', 'fc00::1', 'fd00:ec2::254', 'ff02::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8'],
  ...['64:ff9b::7f00:1', '2001:db8::1', '2002:7f00:1::', '2001:0:1::1'],
  ...['', 'localhost', '1.2.3', '127.1', '0x7f000001'],
])('%s is refused', (address) => {
  expect(guard.allows(address)).toBe(false);
});

test.each(['8.8.8.8', '103.10.10.10', '172.32.0.1', '11.0.0.1', '2606:4700::1111', '2404:6800:4003::200e'])(
  '%s is allowed',
  (address) => {
    expect(guard.allows(address)).toBe(true);
  },
);

test('nothing of a private network is allowed, wherever in it, unless it was opened', () => {
  const opened = new AddressGuard({ networks: ['10.20.0.0/16', 'fd00:20::/32'], isSandbox: false });
  fc.assert(
    fc.property(fc.nat(255), fc.nat(255), fc.nat(255), (one, two, three) => {
      const address = `10.${one}.${two}.${three}`;
      expect(guard.allows(address)).toBe(false);
      expect(opened.allows(address)).toBe(one === 20);
    }),
  );
  expect(opened.allows('fd00:20::1')).toBe(true);
  expect(opened.allows('fd00:21::1')).toBe(false);
});

test('a sandbox reaches its own machine, and still no neighbour', () => {
  const sandbox = new AddressGuard({ networks: [], isSandbox: true });
  expect(sandbox.allows('127.0.0.1')).toBe(true);
  expect(sandbox.allows('::1')).toBe(true);
  expect(sandbox.allows('192.168.1.1')).toBe(false);
  expect(sandbox.allows('169.254.169.254')).toBe(false);
});
