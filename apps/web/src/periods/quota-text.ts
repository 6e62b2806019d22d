export interface Quota {
  readonly cityCode: string;
  readonly quotaFamilies: number;
}

interface ReadQuotas {
  readonly quotas: readonly Quota[];
  /** Lines that are not `32.75<TAB>75878`, counted from 1. */
  readonly badLines: readonly number[];
}

const LINE = /^(\d{2}\.\d{2})[\t ;]+([\d.,\s]+)$/;

/** Reads quotas pasted from a spreadsheet; `75.878` and `75,878` are both 75878. */
export function readQuotas(text: string): ReadQuotas {
  const quotas: Quota[] = [];
  const badLines: number[] = [];
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    const [, cityCode, number] = LINE.exec(line.trim()) ?? [];
    const quotaFamilies = Number((number ?? '').replace(/[.,\s]/g, ''));
    if (cityCode === undefined || quotaFamilies < 1) badLines.push(index + 1);
    else quotas.push({ cityCode, quotaFamilies });
  });
  return { quotas, badLines };
}

export const quotaText = (quotas: readonly Quota[]): string =>
  quotas.map(({ cityCode, quotaFamilies }) => `${cityCode}\t${quotaFamilies}`).join('\n');
