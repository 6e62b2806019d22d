import fc from 'fast-check';
import { anAppointment, POLICY } from '../appointments/appointment.factory.js';
import { checkOfficerRow, dayOf, type OfficerEntry } from './check-officer-row.js';
import { type KnownOrganisation, OfficerImport } from './officer-import.js';
import type { OfficerColumn, OfficerRow } from './officer-sheet.js';

const row = (more: Partial<Record<OfficerColumn, string>> = {}, formulas: OfficerColumn[] = []): OfficerRow => ({
  rowNumber: 2,
  formulas,
  cells: {
    USERNAME: 'lurah.baru',
    NAMA: 'Siti Aminah',
    KANTOR: 'Kelurahan Kranji',
    TINGKAT: 'Kelurahan',
    'KODE WILAYAH': '32.75.02.1002',
    PERAN: 'Lurah',
    MULAI: '01/05/2023',
    ...more,
  },
});
const entry = (more: Partial<OfficerEntry> = {}): OfficerEntry => {
  const { entry: read } = checkOfficerRow(row());
  if (read === undefined) throw new Error('the row is right');
  return { ...read, ...more };
};
const known = (more: Partial<KnownOrganisation> = {}): KnownOrganisation => ({
  today: '2023-05-10',
  territories: new Set(['32.75', '32.75.02', '32.75.02.1002']),
  offices: new Map(),
  officers: new Map(),
  acting: [],
  policy: POLICY,
  ...more,
});
function judged(entries: readonly OfficerEntry[], about = known()) {
  const list = new OfficerImport(about);
  list.addAll(entries);
  return list;
}

test('a right line is read, in the words of either language', () => {
  expect(checkOfficerRow(row()).entry).toMatchObject({ role: 'lurah', validFrom: '2023-05-01', language: 'id' });
  expect(checkOfficerRow(row({ TINGKAT: 'ward', PERAN: 'LURAH', MULAI: '2023-05-01' })).findings).toEqual([]);
  const bank = { TINGKAT: 'bank', PERAN: 'Petugas bank', 'KODE WILAYAH': '' };
  expect(checkOfficerRow(row(bank)).entry?.office).toMatchObject({ kind: 'bank', territoryCode: 'ID' });
});

test.each<[OfficerColumn, string, string]>([
  ['USERNAME', 'dua kata', 'USERNAME_FORM'],
  ['USERNAME', '', 'CELL_EMPTY'],
  ['NAMA', 'x'.repeat(121), 'CELL_TOO_LONG'],
  ['TINGKAT', 'planet', 'OFFICE_KIND_UNKNOWN'],
  ['KODE WILAYAH', '32.75', 'OFFICE_TIER_DIFFERS'],
  ['KODE WILAYAH', 'bekasi', 'TERRITORY_CODE'],
  ['PERAN', 'raja', 'ROLE_UNKNOWN'],
  ['PERAN', 'camat', 'APPOINTMENT_TIER'],
  ['MULAI', '31/02/2023', 'CELL_DATE'],
  ['SELESAI', '2023-04-30', 'APPOINTMENT_DATES'],
  ['KK', '123', 'CELL_KK'],
])('a wrong %s is found in its column', (column, text, code) => {
  const { entry: read, findings } = checkOfficerRow(row({ [column]: text }));
  expect(read).toBeUndefined();
  expect(findings).toContainEqual(expect.objectContaining({ row: 2, column, code }));
});

test('a formula is refused, whatever it shows', () => {
  expect(checkOfficerRow(row({}, ['NAMA'])).findings).toMatchObject([{ column: 'NAMA', code: 'CELL_FORMULA' }]);
});

test('every day is read back from both ways of writing it, and no finding holds what a cell held', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1950-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), (date) => {
      const iso = date.toISOString().slice(0, 10);
      const [y, m, d] = iso.split('-');
      expect([dayOf(iso), dayOf(`${d}/${m}/${y}`)]).toEqual([iso, iso]);
    }),
  );
  fc.assert(
    fc.property(fc.string({ minLength: 20 }), (text) => {
      fc.pre(text.trim().length >= 20);
      const { findings } = checkOfficerRow(row({ KK: text, MULAI: text, TINGKAT: text }));
      expect(JSON.stringify(findings)).not.toContain(text.trim());
    }),
  );
});

test('a line adds, ends or changes nothing', () => {
  const { planned } = judged([entry()]);
  expect(planned).toMatchObject([{ change: 'added', isNewOfficer: true, isNewOffice: true }]);
  const held = { id: 'a1', ...anAppointment({ officerId: 'o1', officeId: 'k1', validFrom: '2023-05-01' }) };
  const about = known({
    offices: new Map([['Kelurahan Kranji', { id: 'k1', kind: 'kelurahan', territoryCode: '32.75.02.1002' }]]),
    officers: new Map([['lurah.baru', { id: 'o1', fullName: 'Siti Aminah', appointments: [held] }]]),
  });
  expect(judged([entry()], about).planned).toMatchObject([{ change: 'unchanged', isNewOfficer: false }]);
  const end = entry({ validTo: '2023-05-31' });
  expect(judged([end], about).planned).toMatchObject([{ change: 'ended', appointmentId: 'a1' }]);
  const next = entry({ row: 1, role: 'kelurahan_operator', validFrom: '2023-06-01' });
  expect(judged([next, end], about).findings).toEqual([]);
  expect(judged([next], about).findings).toMatchObject([{ code: 'ROLES_INCOMPATIBLE', column: 'PERAN' }]);
  const renamed = entry({ fullName: 'Orang Lain' });
  expect(judged([renamed], about).findings).toMatchObject([{ code: 'OFFICER_NAME_DIFFERS', column: 'NAMA' }]);
});

test.each<[string, Partial<OfficerEntry>, string, OfficerColumn]>([
  ['the same line', {}, 'ROW_TWICE', 'USERNAME'],
  ['the same post on shared days', { validFrom: '2023-06-01' }, 'APPOINTMENT_OVERLAP', 'MULAI'],
  ['a role that does not go with it', { role: 'kelurahan_operator' }, 'ROLES_INCOMPATIBLE', 'PERAN'],
  [
    'another name',
    { fullName: 'Orang Lain', validFrom: '2023-04-01', validTo: '2023-04-02' },
    'OFFICER_NAME_DIFFERS',
    'NAMA',
  ],
])('two lines of one list against each other: %s', (_what, more, code, column) => {
  expect(judged([entry(), entry({ row: 3, ...more })]).findings).toMatchObject([{ row: 3, column, code }]);
});

test('an office is one place, and a place is one that is known', () => {
  const office = { ...entry().office, territoryCode: '32.75.02' };
  expect(judged([entry(), entry({ row: 3, username: 'lain', office })]).findings).toContainEqual(
    expect.objectContaining({ row: 3, code: 'OFFICE_DIFFERS' }),
  );
  expect(judged([entry()], known({ territories: new Set() })).findings).toMatchObject([{ code: 'TERRITORY_UNKNOWN' }]);
});
