import { formatRupiah } from '#domain';
import type { Actors } from './actors.js';
import type { ConservationView, StatementView } from './api-types.js';

const money = (amount: string): string => formatRupiah(BigInt(amount));

/** Both identities of one tier in one line each. */
function identities(name: string, statement: StatementView): string[] {
  const of = (key: Exclude<keyof StatementView, `${string}Rupiah`>): string => money(statement[key].amountRupiah);
  return [
    name,
    `  allocated ${of('allocated')} = transacted ${of('transacted')} + not transacted ${of('notTransacted')} + pending ${of('pending')} + failed ${of('failed')} + unreconciled ${of('unreconciled')} + unallocated ${of('unallocated')}  [difference ${money(statement.firstDifferenceRupiah)}]`,
    `  credited  ${of('credited')} = withdrawn ${of('withdrawn')} + held ${of('held')} + returned ${of('returned')}  [difference ${money(statement.secondDifferenceRupiah)}]`,
  ];
}

const addsUp = (statement: StatementView): boolean =>
  statement.firstDifferenceRupiah === '0' && statement.secondDifferenceRupiah === '0';

/** What the ledger's postings say of an account; 0 when nothing was ever posted to it. */
const balance = (view: ConservationView, account: string): string =>
  view.ledger.find((row) => row.account === account)?.amountRupiah ?? '0';

/** The families' rows and the ledger's postings count the same money in two ways; they must agree. */
function ledgerAgrees(view: ConservationView): boolean {
  const { statement } = view;
  return (
    balance(view, 'transacted') === statement.transacted.amountRupiah &&
    balance(view, 'returned') === statement.returned.amountRupiah &&
    balance(view, 'failed') === statement.failed.amountRupiah &&
    balance(view, 'unallocated') === statement.unallocated.amountRupiah
  );
}

/** Prints city and kecamatan, checks kelurahan too, and says whether every rupiah is explained. */
export async function printStatement(actors: Actors): Promise<boolean> {
  const path = `/periods/${actors.periodId}/cities/${actors.cityCode}/conservation`;
  const kecamatan = await actors.api.get<ConservationView>('dinsos.kepala', `${path}?level=kecamatan`);
  const kelurahan = await actors.api.get<ConservationView>('dinsos.kepala', `${path}?level=kelurahan`);
  for (const line of identities('Kota Bekasi', kecamatan.statement)) console.log(line);
  for (const part of kecamatan.parts) for (const line of identities(part.name, part.statement)) console.log(line);
  const parts = [...kecamatan.parts, ...kelurahan.parts];
  const isExplained = [kecamatan.statement, ...parts.map((part) => part.statement)].every(addsUp);
  const agrees = ledgerAgrees(kecamatan);
  console.log(`${kelurahan.parts.length} kelurahan ${isExplained ? 'add up' : 'DO NOT ADD UP'}`);
  console.log(`ledger and families ${agrees ? 'agree' : 'DISAGREE'}`);
  return isExplained && agrees;
}
