/** All rows of a list that is read by keyset, a page in memory at a time; ids ascend from '0'. */
export async function* inPages<Row extends { readonly id: string }>(
  page: (afterId: string) => Promise<readonly Row[]>,
): AsyncGenerator<Row> {
  for (let afterId = '0'; ;) {
    const rows = await page(afterId);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    afterId = last.id;
  }
}
