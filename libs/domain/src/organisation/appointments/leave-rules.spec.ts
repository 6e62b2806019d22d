import { callsForStandIn, whyNotAway } from './leave-rules.js';

const may = { firstDay: '2023-05-01', lastDay: '2023-05-10' };

test('leaves of one officer share no day, and end after they begin', () => {
  expect(whyNotAway(may, [])).toEqual([]);
  expect(whyNotAway({ firstDay: '2023-05-02', lastDay: '2023-05-01' }, [])).toMatchObject([{ code: 'LEAVE_DATES' }]);
  expect(whyNotAway(may, [{ firstDay: '2023-05-10', lastDay: '2023-05-12' }])).toEqual([
    { code: 'LEAVE_OVERLAP', field: 'firstDay', details: { validFrom: '2023-05-10', validTo: '2023-05-10' } },
  ]);
  expect(whyNotAway(may, [{ firstDay: '2023-05-11', lastDay: '2023-05-12' }])).toEqual([]);
});

test('a long leave of a head calls for somebody to stand in', () => {
  expect(callsForStandIn('lurah', 7, 7)).toBe(true);
  expect(callsForStandIn('lurah', 6, 7)).toBe(false);
  expect(callsForStandIn('kelurahan_operator', 30, 7)).toBe(false);
});
