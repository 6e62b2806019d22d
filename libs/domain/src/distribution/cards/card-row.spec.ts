import { CARD_COLUMNS, type CardColumn, readCardLine } from './card-row.js';

const TODAY = '2023-04-01';
const cells: Readonly<Partial<Record<CardColumn, string>>> = {
  ...{
    NOREF: 'bni-2023-000001',
    NOKARTU: "'6013 0140 0000 0001",
    NIK: '3275024101800001',
    KODE_KELURAHAN: '32.75.02.1002',
  },
  ...{ STATUS: 'Tidak Diserahkan', TANGGAL: '31/03/2023', ALASAN: 'di bawah umur' },
};

test('a line is read as people write it', () => {
  expect(readCardLine(cells, TODAY)).toEqual({
    ...{ ref: 'BNI-2023-000001', number: '6013014000000001', nik: '3275024101800001', placeCode: '32.75.02.1002' },
    ...{ kind: 'not_handed_over', on: '2023-03-31', reason: 'under_age', untilOn: null, replacesRef: null },
  });
});

test('columns that a file may leave out are no fault', () => {
  const { NOREF, NOKARTU, NIK, KODE_KELURAHAN } = cells as Record<CardColumn, string>;
  const few = { NOREF, NOKARTU, NIK, KODE_KELURAHAN, STATUS: 'DI_KELURAHAN', TANGGAL: '2023-03-01' };
  expect(readCardLine(few, TODAY)).toMatchObject({ kind: 'at_place', reason: '', untilOn: null });
  expect(readCardLine({ ...few, HARI_SERAH: '2023-03-20', PENGGANTI: 'BNI-1' }, TODAY)).toMatchObject({
    ...{ untilOn: '2023-03-20', replacesRef: 'BNI-1' },
  });
});

test.each<[CardColumn, string, string]>([
  ['NOREF', '', 'REF'],
  ['NOREF', '6013014000000001', 'REF'],
  ['NOKARTU', '601301400000000', 'NUMBER'],
  ['NIK', 'x', 'NIK'],
  ['KODE_KELURAHAN', '32.75.02', 'PLACE'],
  ['STATUS', 'HILANG', 'STATUS'],
  ['TANGGAL', '2023-02-30', 'DAY'],
  ['TANGGAL', '2023-04-02', 'DAY'],
  ['ALASAN', 'malas', 'REASON'],
  ['HARI_SERAH', '2023-03-01', 'UNTIL'],
  ['PENGGANTI', 'BNI-2023-000001', 'REPLACES'],
])('%s “%s” is %s', (column, cell, finding) => {
  expect(readCardLine({ ...cells, [column]: cell }, TODAY)).toEqual([{ column, finding }]);
});

test('all that is wrong with a line is named at once', () => {
  const faults = readCardLine({}, TODAY) as readonly { column: CardColumn }[];
  const needed = CARD_COLUMNS.filter((column) => !['ALASAN', 'HARI_SERAH', 'PENGGANTI'].includes(column));
  expect(faults.map(({ column }) => column)).toEqual(needed);
});

test('a reason beside a state that has none is a mistake', () => {
  expect(readCardLine({ ...cells, STATUS: 'DISERAHKAN' }, TODAY)).toEqual([{ column: 'ALASAN', finding: 'REASON' }]);
});
