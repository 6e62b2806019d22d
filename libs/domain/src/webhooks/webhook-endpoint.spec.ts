import { actsOnEndpoint, ENDPOINT_STATES, faultOfAddress } from './webhook-endpoint.js';

test.each(['https://sikd.example.go.id/amanah', 'https://10.1.2.3:8443/hook?unit=7'])('%s may be a receiver', (url) => {
  expect(faultOfAddress(url, false)).toBeUndefined();
});

test.each([
  ['', 'form'],
  ['sikd.example.go.id', 'form'],
  ['https://', 'form'],
  ['https://example.go.id/#part', 'form'],
  [`https://example.go.id/${'a'.repeat(500)}`, 'form'],
  ['http://example.go.id/', 'scheme'],
  ['http://localhost:8080/', 'scheme'],
  ['ftp://example.go.id/', 'scheme'],
  ['file:///etc/passwd', 'form'],
  ['https://user:secret@example.go.id/', 'credentials'],
] as const)('%s may not: %s', (url, fault) => {
  expect(faultOfAddress(url, false)).toBe(fault);
});

test('a sandbox sends in clear to its own machine alone', () => {
  expect(faultOfAddress('http://127.0.0.1:9000/hook', true)).toBeUndefined();
  expect(faultOfAddress('http://localhost:9000/hook', true)).toBeUndefined();
  expect(faultOfAddress('http://example.go.id/hook', true)).toBe('scheme');
});

test('an endpoint that has ended stays so', () => {
  expect(actsOnEndpoint('ended')).toEqual([]);
  for (const state of ENDPOINT_STATES.filter((one) => one !== 'ended')) expect(actsOnEndpoint(state)).toContain('end');
});
