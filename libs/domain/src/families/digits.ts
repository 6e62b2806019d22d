/** What people put between digits, and the apostrophes that make a spreadsheet keep them as text. */
const BETWEEN = /[\s'’‘`´.-]/g;

/** A number of identity, card or account without what stands between its digits. A number stays a string of digits. */
export function bareDigits(text: string): string {
  return text.replace(BETWEEN, '');
}
