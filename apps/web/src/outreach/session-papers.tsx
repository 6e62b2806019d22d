import type { ReactNode } from 'react';
import type { OutreachSessionDetails } from '../api/schemas';
import { useWords } from '../shared/language/use-words';

/** What leaves the system by name: invitations, sheet by sheet, and the attendance list. */
export function SessionPapers({ session: { id, sheets } }: { readonly session: OutreachSessionDetails }): ReactNode {
  const { t, format } = useWords();
  const path = `/api/v1/outreach/sessions/${id}`;
  return (
    <div className="panel stack">
      <p className="small-print">{t('outreach:namedHint')}</p>
      <div>
        {t('outreach:invitations')}
        {': '}
        {Array.from({ length: sheets }, (_, at) => (
          <span key={at}>
            {at > 0 && ' · '}
            <a className="text-link" href={`${path}/invitations/${at + 1}`} download>
              {t('outreach:sheetIs', { sheet: format.count(at + 1) })}
            </a>
          </span>
        ))}
      </div>
      <a className="text-link" href={`${path}/attendance-list/xlsx`} download>
        {t('outreach:named')}
      </a>
    </div>
  );
}
