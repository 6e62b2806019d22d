import { formatRupiah } from '#domain';
import type { Actors } from './actors.js';
import type { ConservationView, StatementView } from './api-types.js';

const money = (amount: string): string => formatRupiah(BigInt(amount));

type MoneyPart = Exclude<keyof StatementView, `${string}Rupiah` | `${string}Families` | 'ledgerDifferences'>;

/** Both identities of one tier in one line each. */
function identities(name: string, statement: StatementView): string[] {
  const of = (key: MoneyPart): string => money(statement[key].amountRupiah);
  return [
    name,
    `  allocated ${of('allocated')} = transacted ${of('transacted')} + not transacted ${of('notTransacted')} + pending ${of('pending')} + failed ${of('failed')} + unreconciled ${of('unreconciled')} + unallocated ${of('unallocated')}  [difference ${money(statement.firstDifferenceRupiah)}]`,
    `  credited  ${of('credited')} = withdrawn ${of('withdrawn')} + held ${of('held')} + returned ${of('returned')}  [difference ${money(statement.secondDifferenceRupiah)}]`,
  ];
}

/** Both identities hold, and the ledger counts every state as the families' rows do. */
const addsUp = (statement: StatementView): boolean =>
  statement.firstDifferenceRupiah === '0' &&
  statement.firstDifferenceFamilies === 0 &&
  statement.secondDifferenceRupiah === '0' &&
  statement.secondDifferenceFamilies === 0 &&
  statement.ledgerDifferences.length === 0;

/** Prints city and kecamatan, checks kelurahan too, and says whether every rupiah is explained. */
export async function printStatement(actors: Actors): Promise<boolean> {
  const path = `/periods/${actors.periodId}/cities/${actors.cityCode}/conservation`;
  const kecamatan = await actors.api.get<ConservationView>('dinsos.kepala', `${path}?level=kecamatan`);
  const kelurahan = await actors.api.get<ConservationView>('dinsos.kepala', `${path}?level=kelurahan`);
  for (const line of identities('Kota Bekasi', kecamatan.statement)) console.log(line);
  for (const part of kecamatan.parts) for (const line of identities(part.name, part.statement)) console.log(line);
  const parts = [...kecamatan.parts, ...kelurahan.parts];
  const isExplained = [kecamatan.statement, ...parts.map((part) => part.statement)].every(addsUp);
  console.log(
    `${kelurahan.parts.length} kelurahan ${isExplained ? 'add up' : 'DO NOT ADD UP'}; ledger and families ${isExplained ? 'agree' : 'DISAGREE'}`,
  );
  return isExplained;
}
