import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ComplaintDetails } from '../api/schemas';
import { useWords } from '../shared/language/use-words';

/** What the answer set going and what came of it, and what the family was paid and has as cases. */
export function ComplaintFamily({ complaint }: { readonly complaint: ComplaintDetails }): ReactNode {
  const { t } = useWords();
  return (
    <>
      {complaint.deeds.length > 0 && <Deeds deeds={complaint.deeds} />}
      {complaint.payments.length > 0 && (
        <details className="panel">
          <summary>{t('complaints:payments')}</summary>
          <Payments complaint={complaint} />
        </details>
      )}
    </>
  );
}

function Deeds({ deeds }: Pick<ComplaintDetails, 'deeds'>): ReactNode {
  const { t, format } = useWords();
  return (
    <section className="panel stack" aria-label={t('complaints:deeds')}>
      <h2>{t('complaints:deeds')}</h2>
      <ul>
        {deeds.map(({ deed, field, periodCode, dueOn, result }, index) => (
          <li key={index}>
            {t(`complaints:deedIs.${deed}`)} ({field === null ? periodCode : t(`families:change.fieldIs.${field}`)}):{' '}
            {result === null ? t('complaints:deedDue', { day: format.date(dueOn) }) : t(`complaints:result.${result}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Payments({ complaint: { payments, cases } }: { readonly complaint: ComplaintDetails }): ReactNode {
  const { t, format } = useWords();
  return (
    <ul>
      {payments.map(({ entitlementId, periodCode: period, amountRupiah, state }) => (
        <li key={entitlementId}>
          {t('complaints:paymentIs', {
            ...{ period, amount: format.rupiah(amountRupiah), state: t(`entitlement.${state}`) },
          })}
        </li>
      ))}
      {cases.map(({ id, periodCode: period, state, openTaskId }) => {
        const words = t('complaints:caseIs', { period, state: t(`case.is.${state}`) });
        return (
          <li key={id}>
            {openTaskId === null ? (
              words
            ) : (
              <Link to="/tasks/$taskId" params={{ taskId: openTaskId }} className="text-link">
                {words}
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}
