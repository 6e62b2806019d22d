import { inWords } from './detail-words.js';

test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
  ['a role', { role: 'lurah' }, { role: 'Lurah' }],
  ['the state of a mandate', { state: 'suspended' }, { state: 'Ditangguhkan' }],
  ['powers', { powers: 'endorsement, payment' }, { powers: 'Pengesahan, Perintah bayar' }],
  ['kinds', { offered: 'delegation, assignment' }, { offered: 'Delegasi, Penugasan' }],
  ['rupiah', { rupiah: '40000000' }, { rupiah: '40.000.000' }],
  ['a list', { missing: ['A', 'B'] }, { missing: 'A, B' }],
  ['an empty list', { missing: [] }, { missing: '–' }],
])('%s is told in words', (_what, details, words) => {
  expect(inWords('id', details)).toEqual(words);
});

test.each([{ state: 'completed' }, { offered: 'approved, returned' }, { families: 7 }, { name: 'lurah' }])(
  '%j has no other word and stays as it is',
  (details) => {
    expect(inWords('en', details)).toEqual(details);
  },
);
