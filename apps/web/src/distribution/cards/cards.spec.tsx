import { screen, within } from '@testing-library/react';
import type { CardDetails, CardFileTaken, CardRow, CardTotals, Me } from '../../api/schemas';
import { bringWords } from '../../shared/language/language';
import { anApi, good, refusal } from '../../shared/testing/an-api';
import { openPage } from '../../shared/testing/open-page';
import { CardActs } from './card-acts';
import { CardFiles } from './card-files';
import { CardHistory } from './card-history';
import { CardSums } from './card-sums';
import { CardsTable } from './cards-table';
import { FamilyCards } from './family-cards';

beforeAll(() => bringWords('distribution'));

const ID = '6f1c2b1e-0000-4000-8000-000000000001';
const me = {
  ...{
    officerId: ID,
    username: 'lurah',
    fullName: 'Lurah',
    language: 'id',
    sandbox: false,
    now: '2023-05-02T03:00:00Z',
  },
  ...{ powers: ['card:read'], standsFor: [] },
  appointments: [
    { id: ID, role: 'lurah', officeName: 'Kranji', territoryCode: '32.75.02.1002', validFrom: '2020-01-01' },
  ],
} as Me;
const row = (more: Partial<CardRow> = {}): CardRow => ({
  ...{ id: ID, ref: 'CONTOH-1', bank: 'Bank Penyalur', numberMasked: '••••0001', familyCode: 'K-1000-0001-37' },
  ...{ territoryCode: '32.75.02.1002', territoryName: 'Kranji', state: 'at_place', since: '2023-04-03', reason: '' },
  ...{ isConfirmed: false, dueOn: '2023-04-18', isLate: true, contradicted: 0, hasCase: true, caseDueOn: null },
  ...more,
});
const word = (more: Partial<CardDetails['words'][number]> = {}): CardDetails['words'][number] => ({
  ...{
    id: '7',
    kind: 'at_place',
    happenedOn: '2023-04-03',
    reason: '',
    untilOn: null,
    aboutId: null,
    file: 'kartu.csv',
  },
  ...{
    officer: null,
    note: null,
    notedAt: '2023-04-03T03:00:00Z',
    isContradicted: false,
    isVoid: false,
    mayVoid: false,
  },
  ...more,
});
const card = (more: Partial<CardDetails> = {}): CardDetails => ({
  ...{ ...row(), untilOn: null, replacesRef: null, replacesId: null, replacedById: null, words: [word()] },
  ...{ maySay: ['handed_over', 'not_handed_over'], mayConfirm: null },
  ...more,
});
const answering = (command: () => Response = () => good(null), read: unknown = { cards: [] }) =>
  anApi(({ method, path }) => {
    if (path.endsWith('/me')) return good(me);
    return method === 'GET' ? good(read) : command();
  });

test('a list says which card has no reason, whose reason is not confirmed, and whom nobody knows', async () => {
  answering();
  const unconfirmed = { state: 'not_handed_over', reason: 'moved', isLate: false } as const;
  await openPage(
    <CardsTable
      cards={[
        row(),
        row({ ...unconfirmed, id: 'b', ref: 'CONTOH-2' }),
        row({
          id: 'c',
          ref: 'CONTOH-3',
          state: 'handed_over',
          isLate: false,
          hasCase: false,
          familyCode: null,
          dueOn: null,
        }),
      ]}
    />,
  );
  expect(await screen.findByText('Alasan belum ada')).toBeDefined();
  const second = screen.getByRole('link', { name: 'CONTOH-2' }).closest('tr');
  expect(within(second as HTMLElement).getByText('Pindah')).toBeDefined();
  expect(within(second as HTMLElement).getByText('belum disahkan')).toBeDefined();
  expect(screen.getByText('Tidak ada di daftar mana pun')).toBeDefined();
});

test('what is said goes out with what belongs to it; a refusal is read', async () => {
  const detail = 'Keterangan ini tidak cocok dengan riwayat kartu.';
  const api = answering(() => refusal(409, 'CARD_STATE', detail));
  const user = await openPage(<CardActs card={card()} />);
  await user.click(await screen.findByRole('button', { name: 'Catat keadaan' }));
  expect(screen.queryByRole('textbox', { name: /Keterangan bukti/ })).toBeNull();
  await user.click(await screen.findByRole('combobox', { name: 'Keadaan sekarang' }));
  await user.click(await screen.findByRole('option', { name: 'Tidak diserahkan' }));
  await user.click(screen.getByRole('combobox', { name: 'Alasan' }));
  await user.click(await screen.findByRole('option', { name: 'Pindah' }));
  await user.type(screen.getByRole('textbox', { name: /Keterangan bukti/ }), 'Surat RT 02 nomor 4');
  await user.click(screen.getByRole('button', { name: 'Simpan' }));
  expect(api.sent('/words').map(({ body }) => body)).toEqual([
    { kind: 'not_handed_over', happenedOn: '2023-05-02', reason: 'moved', note: 'Surat RT 02 nomor 4' },
  ]);
  expect(await screen.findByText(new RegExp(detail))).toBeDefined();
});

test('a reason is confirmed only by whom the server lets, and what follows is said before', async () => {
  const api = answering();
  const user = await openPage(
    <CardActs card={card({ state: 'not_handed_over', reason: 'died', maySay: [], mayConfirm: '9' })} />,
  );
  expect(screen.queryByRole('button', { name: 'Catat keadaan' })).toBeNull();
  await user.click(await screen.findByRole('button', { name: 'Sahkan alasan' }));
  expect(screen.getByText(/tidak menerima bantuan lewat kartu ini/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Sahkan alasan' }));
  expect(api.sent('/confirm').map(({ body }) => body)).toEqual([{ wordId: '9' }]);
});

test('a history keeps what was set aside, and says what cannot be true', async () => {
  const api = answering();
  const words = [
    word({ kind: 'handed_over', officer: 'Lurah', file: null, isVoid: true }),
    word({ id: '8', kind: 'returned', isContradicted: true, mayVoid: true }),
  ];
  const user = await openPage(<CardHistory card={card({ words })} />);
  expect(await screen.findByText('Dikesampingkan')).toBeDefined();
  expect(screen.getByText('Bertentangan')).toBeDefined();
  const [press] = screen.getAllByRole('button', { name: 'Kesampingkan' });
  if (press === undefined) throw new Error('one word may be set aside');
  await user.click(press);
  await user.type(screen.getByRole('textbox', { name: 'Mengapa tidak benar' }), 'Bank salah memasukkan');
  await user.click(screen.getByRole('button', { name: 'Kesampingkan' }));
  expect(api.sent('/set-aside').map(({ body }) => body)).toEqual([{ wordId: '8', note: 'Bank salah memasukkan' }]);
});

const none = { able: 0, refused: 0, died: 0, moved: 0, under_age: 0, not_found: 0, damaged: 0, not_received: 0 };
const sum: CardTotals['sum'] = {
  made: 10,
  states: { printed: 1, at_branch: 1, at_place: 2, not_handed_over: 3, handed_over: 2, returned: 1, destroyed: 0 },
  ...{ reasons: { ...none, moved: 2 }, unreasoned: 1, late: 1, cases: 2, contradicted: 0, addsUp: true },
};

const totals: CardTotals = { totals: [{ ...sum, code: '32.75.02', name: 'Bekasi Barat' }], sum, banks: [] };

test('all cards stand in one equation', async () => {
  answering(undefined, totals);
  await openPage(<CardSums territory={undefined} />);
  expect(
    await screen.findByText(
      '10 dicetak = 3 di bank + 2 di kelurahan + 2 diserahkan + 3 tidak diserahkan + 0 dimusnahkan',
    ),
  ).toBeDefined();
  expect(screen.getByText('Tidak diserahkan: 2 Pindah, 1 tanpa alasan')).toBeDefined();
  expect(screen.getByText('Hitungan cocok.')).toBeDefined();
});

test('a count that does not add up says so', async () => {
  answering(undefined, { ...totals, sum: { ...sum, addsUp: false } });
  await openPage(<CardSums territory="32.75" />);
  expect(await screen.findByText(/TIDAK cocok/)).toBeDefined();
});

const original = globalThis.XMLHttpRequest;
afterEach(() => {
  globalThis.XMLHttpRequest = original;
});

/** A file goes by XMLHttpRequest, past the API that specs answer for. */
const aRequestAnswered = (response: CardFileTaken): typeof XMLHttpRequest =>
  class {
    readonly upload = {};
    readonly status = 200;
    readonly response = response;
    onload: () => void = () => undefined;
    open = (): void => undefined;
    setRequestHeader = (): void => undefined;
    send = (): void => {
      this.onload();
    };
  } as never;

test('a file is tried before it is sent, and each thing to mend has its row and column', async () => {
  const tried: CardFileTaken = {
    ...{ id: null, rows: 2, cards: 1, words: 1, refused: 1, isNew: true, foundMore: false },
    findings: [{ id: '1', rowNumber: 3, column: 'NIK', finding: 'NIK', cardId: null, ref: null }],
  };
  answering(() => good(tried));
  const user = await openPage(<CardFiles />);
  expect(screen.getByRole('link', { name: 'Unduh contoh berkas' }).getAttribute('href')).toBe(
    '/api/v1/card-files/sample',
  );
  globalThis.XMLHttpRequest = aRequestAnswered(tried);
  await user.upload(screen.getByLabelText('Coba dulu'), new File(['x'], 'kartu.csv', { type: 'text/csv' }));
  expect(await screen.findByText(/Percobaan: tidak ada yang berubah. 2 baris: 1 kartu baru/)).toBeDefined();
  expect(screen.getByText('NIK harus 16 angka.')).toBeDefined();
});

test('the page of a family shows its card, and nothing where it has none', async () => {
  answering(undefined, { cards: [row()] });
  await openPage(<FamilyCards code="K-1000-0001-37" />);
  expect(await screen.findByRole('link', { name: 'CONTOH-1' })).toBeDefined();
});
