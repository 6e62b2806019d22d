/** One payment in 250 fails, one credited family in 27 does not transact: about the rates of 2021. */
const FAILS = 250;
const SILENT = 27;

/** The bank's word on an instruction; undefined where a usage report has no line because nothing was credited. */
export function outcomeOf(
  id: string,
  kind: 'status' | 'usage',
): 'credited' | 'failed' | 'transacted' | 'not_transacted' | undefined {
  const number = Number(id);
  const fails = number % FAILS === 0;
  if (kind === 'status') return fails ? 'failed' : 'credited';
  if (fails) return undefined;
  return number % SILENT === 0 ? 'not_transacted' : 'transacted';
}
