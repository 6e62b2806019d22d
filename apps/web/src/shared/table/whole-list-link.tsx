import type { ReactNode } from 'react';
import { useWords } from '../language/use-words';

interface Props {
  /** Where the workbook is read, below the API. */
  readonly path: string;
  readonly query: Readonly<Record<string, string | undefined>>;
}

/** Every row of a list as shown, those not loaded yet too, as a workbook. */
export function WholeListLink({ path, query }: Props): ReactNode {
  const { t } = useWords();
  const known = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const question = new URLSearchParams(known).toString();
  return (
    <a className="text-link" href={`/api/v1${path}${question === '' ? '' : `?${question}`}`} download>
      {t('table.xlsx')}
    </a>
  );
}
