import { formatRupiah } from '#domain';
import type { Actors } from './actors.js';
import type { MoneyPart, StatementView, TerritoryStatementView } from './api-types.js';

const PARTS: readonly MoneyPart[] = [
  ...(['allocated', 'transacted', 'notTransacted', 'pending', 'failed', 'unreconciled', 'unallocated'] as const),
  ...(['credited', 'withdrawn', 'held', 'returned'] as const),
];

const money = (amount: string): string => formatRupiah(BigInt(amount));

/** Both identities of one tier in one line each. */
function identities(name: string, statement: StatementView): string[] {
  const of = (key: MoneyPart): string => money(statement[key].amountRupiah);
  return [
    name,
    `  allocated ${of('allocated')} = transacted ${of('transacted')} + not transacted ${of('notTransacted')} + pending ${of('pending')} + failed ${of('failed')} + unreconciled ${of('unreconciled')} + unallocated ${of('unallocated')}  [difference ${money(statement.firstDifferenceRupiah)}]`,
    `  credited  ${of('credited')} = withdrawn ${of('withdrawn')} + held ${of('held')} + returned ${of('returned')}  [difference ${money(statement.secondDifferenceRupiah)}]`,
  ];
}

const print = (name: string, statement: StatementView): void => {
  for (const line of identities(name, statement)) console.log(line);
};

/** Both identities hold, and the ledger counts every state as the families' rows do. */
const addsUp = (statement: StatementView): boolean =>
  statement.firstDifferenceRupiah === '0' &&
  statement.firstDifferenceFamilies === 0 &&
  statement.secondDifferenceRupiah === '0' &&
  statement.secondDifferenceFamilies === 0 &&
  statement.ledgerDifferences.length === 0;

/** Every figure of the whole is the sum of its parts', families and rupiah. */
const isSumOf = (whole: StatementView, parts: readonly StatementView[]): boolean =>
  PARTS.every(
    (key) =>
      BigInt(whole[key].amountRupiah) === parts.reduce((sum, part) => sum + BigInt(part[key].amountRupiah), 0n) &&
      whole[key].families === parts.reduce((sum, part) => sum + part[key].families, 0),
  );

const statementOf = ({ api, periodId }: Actors, within: string, level: string): Promise<TerritoryStatementView> =>
  api.get('program', `/periods/${periodId}/conservation?within=${within}&level=${level}`);

/** Prints a city and its kecamatan, checks its kelurahan too; the city's statement, and whether every rupiah of it is explained. */
async function printCity(actors: Actors): Promise<{ statement: StatementView; isExplained: boolean }> {
  const kecamatan = await statementOf(actors, actors.cityCode, 'kecamatan');
  const kelurahan = await statementOf(actors, actors.cityCode, 'kelurahan');
  const { name, statement } = kecamatan;
  print(name, statement);
  for (const part of kecamatan.parts) print(part.name, part.statement);
  const parts = [...kecamatan.parts, ...kelurahan.parts];
  const isExplained = [statement, ...parts.map((part) => part.statement)].every(addsUp);
  console.log(
    `${kelurahan.parts.length} kelurahan ${isExplained ? 'add up' : 'DO NOT ADD UP'}; ledger and families ${isExplained ? 'agree' : 'DISAGREE'}`,
  );
  await printPapers(actors, name);
  return { statement, isExplained };
}

/** Each city has a decree and an order of its own. */
async function printPapers(actors: Actors, city: string): Promise<void> {
  const { api } = actors;
  const board = await actors.board();
  const order = await api.get<{ decreeId: string; messageId: string; families: number; amountRupiah: string }>(
    'ppk',
    `/orders/${board.orderId ?? ''}`,
  );
  const decree = await api.get<{ number: string | null }>('ppk', `/decrees/${order.decreeId}`);
  const paid = `${order.families} families, ${money(order.amountRupiah)}`;
  console.log(`${city}: decree ${decree.number ?? 'without a number'}, order ${order.messageId}, ${paid}`);
}

/** Prints every city and, of several, the nation; whether every rupiah is explained and the nation is the sum of its cities. */
export async function printStatements(all: readonly Actors[]): Promise<boolean> {
  const cities = [];
  for (const actors of all) cities.push(await printCity(actors));
  const areExplained = cities.every(({ isExplained }) => isExplained);
  const [first] = all;
  if (first === undefined || all.length === 1) return areExplained;
  const { name, statement } = await statementOf(first, 'ID', 'city');
  print(name === 'ID' ? 'Indonesia' : name, statement);
  const isWhole = isSumOf(
    statement,
    cities.map((city) => city.statement),
  );
  console.log(`The nation ${isWhole ? 'is the sum' : 'IS NOT THE SUM'} of its ${all.length} cities.`);
  return areExplained && isWhole && addsUp(statement);
}
