import { faultOf } from './visit-fault';

const RULE = { finding: 'not_found', group: 'moved', evidence: ['note', 'second_visit'] as const, restricted: false };
const form = (more: object) => ({ note: '', photos: [], visitedOn: ['2023-05-02'], ...more });
const fault = (more: object, evidence: readonly ('note' | 'photo' | 'paper' | 'second_visit')[] = RULE.evidence) =>
  faultOf(form(more), { ...RULE, evidence: [...evidence] }, '2023-04-20', '2023-05-02');
const picture = { sha256: 'a', bytes: 1 };

test('says what is missing, and what day cannot be', () => {
  expect(fault({})).toEqual(['note', 'second_visit']);
  expect(fault({ note: 'kosong', visitedOn: ['2023-05-01', '2023-05-02'] })).toBeUndefined();
  expect(fault({ note: 'kosong', visitedOn: ['2023-05-02', '2023-05-02'] })).toEqual(['second_visit']);
  expect(fault({ visitedOn: ['2023-05-03'] })).toBe('ahead');
  expect(fault({ visitedOn: [] })).toBe('ahead');
  expect(fault({ visitedOn: ['2023-04-19'] })).toBe('before');
});

test('one picture is the photo or the paper, two are both', () => {
  expect(fault({ photos: [picture] }, ['photo'])).toBeUndefined();
  expect(fault({ photos: [picture] }, ['paper'])).toBeUndefined();
  expect(fault({ photos: [picture] }, ['photo', 'paper'])).toEqual(['paper']);
  expect(fault({ photos: [picture, picture] }, ['photo', 'paper'])).toBeUndefined();
});
