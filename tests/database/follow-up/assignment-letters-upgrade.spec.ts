import { rowsOf } from '#persistence';
import { upgraded } from '../../support/servers/earlier-database.js';

const OFFICE = '00000000-0000-0000-0000-000000000001';
const BEFORE = [
  'set session_replication_role = replica',
  `insert into document_number (office_id, kind, year, number, written, subject_id, given_at)
   values ('${OFFICE}', 'decree', 2023, 1, '1/SK-KPM/2023', gen_random_uuid(), now())`,
];

test('the register of before stands, and nobody is sent by the update', async () => {
  await upgraded('AssignmentLetters', BEFORE, async ({ manager }) => {
    expect(await rowsOf(manager, 'select written from document_number')).toEqual([{ written: '1/SK-KPM/2023' }]);
    expect(await rowsOf(manager, 'select id from assignment_letter')).toEqual([]);
  });
});
