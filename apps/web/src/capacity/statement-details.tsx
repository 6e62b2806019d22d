import type { ReactNode } from 'react';
import type { StipendStatement } from '../api/schemas';
import { Fingerprint } from '../shared/look/fingerprint';
import { useWords } from '../shared/language/use-words';
import { Facts } from '../shared/look/facts';
import { StatusTag } from '../shared/look/status-tag';
import { StipendTable } from './stipend-table';

const TONES = { proposed: 'running', approved: 'done', refused: 'late', withdrawn: 'neutral' } as const;

/** A month's statement, folded: how it stands and what it comes to, and line by line what each TKSK gets. */
export function StatementDetails({ statement }: { readonly statement: StipendStatement }): ReactNode {
  const { t, format } = useWords();
  const { id, month, state, version, decider, decidedAt, reason } = statement;
  const rates = { month: format.rupiah(statement.monthRupiah), visit: format.rupiah(statement.visitRupiah) };
  const name = format.months([month]);
  return (
    <details className="panel">
      <summary>
        {name} · {statement.cityName ?? statement.cityCode} · {format.rupiah(statement.totalRupiah)}{' '}
        <StatusTag tone={TONES[state]}>{t(`capacity:is.${state}`)}</StatusTag>
      </summary>
      <div className="stack">
        <Facts
          facts={[
            [t('capacity:version'), version],
            [t('capacity:rates'), t('capacity:ratesAre', rates)],
            ...(decidedAt === null
              ? []
              : [[t('capacity:decided'), `${decider ?? '–'}, ${format.dateTime(decidedAt)}`] as const]),
            ...(reason === null ? [] : [[t('capacity:reason'), reason] as const]),
            [t('capacity:hash'), <Fingerprint key="hash" hash={statement.contentHash} />],
          ]}
        />
        <StipendTable caption={t('capacity:lines', { month: name })} lines={statement.lines} />
        <p>
          <a className="text-link" href={`/api/v1/stipends/${id}/xlsx`} download>
            {t('capacity:file')}
          </a>
        </p>
      </div>
    </details>
  );
}
