import { refuseFile } from '../file-refusal.js';
import type { SheetCell } from '../sheet-row.js';
import { columnOf } from './xlsx-cell.js';

/** A merge of cells over more than one row; rows count from 1, columns from 0. */
export interface Merge {
  readonly column: number;
  readonly top: number;
  readonly bottom: number;
}

const OPENING = 'mergeCells';
const CLOSING = '/mergeCells>';
const MAX_CHARACTERS = 16 * 1024 * 1024;
const REFERENCE = /ref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"/g;

/** The merges of a sheet stand behind its rows, so they are looked for beforehand, as text: parsing twice would be slow. */
export async function findMerges(sheetXml: AsyncIterable<Buffer>): Promise<Merge[]> {
  let kept = '';
  let isInside = false;
  for await (const bytes of sheetXml) {
    kept += bytes.toString('latin1');
    const at: number = isInside ? 0 : kept.indexOf(OPENING);
    isInside = isInside || at >= 0;
    if (!isInside) kept = kept.slice(-OPENING.length);
    else if (kept.includes(CLOSING, at)) break;
    if (kept.length > MAX_CHARACTERS) throw refuseFile('FILE_TOO_LARGE', 'more merged cells than a list needs');
  }
  if (!isInside) return [];
  return [...kept.matchAll(REFERENCE)]
    .map(([, letters = '', top, bottom]) => ({ column: columnOf(letters), top: Number(top), bottom: Number(bottom) }))
    .filter(({ top, bottom }) => bottom > top);
}

/** Gives every row of a merge the value that stands in its first one. Rows come in their order. */
export class MergedValues {
  private readonly byTop = new Map<number, Merge[]>();
  private active: { readonly merge: Merge; readonly cell: SheetCell }[] = [];

  constructor(merges: readonly Merge[]) {
    for (const merge of merges) this.byTop.set(merge.top, [...(this.byTop.get(merge.top) ?? []), merge]);
  }

  fill(rowNumber: number, cells: (SheetCell | undefined)[]): void {
    if (this.byTop.size === 0) return;
    this.active = this.active.filter(({ merge }) => merge.bottom >= rowNumber);
    // A row without a word of its own is no family, however far the merge reaches.
    if (cells.some((cell) => cell !== undefined && cell.text.trim() !== '')) {
      for (const { merge, cell } of this.active) {
        if ((cells[merge.column]?.text ?? '') === '') cells[merge.column] = cell;
      }
    }
    for (const merge of this.byTop.get(rowNumber) ?? []) {
      const cell = cells[merge.column];
      if (cell !== undefined) this.active.push({ merge, cell });
    }
  }
}
