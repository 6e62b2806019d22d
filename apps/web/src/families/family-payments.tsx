import { Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { FamilyRecord } from '../api/schemas';
import { ENTITLEMENT_TONES } from '../money/entitlement-tones';
import { useWords } from '../shared/language/use-words';
import { StatusTag } from '../shared/look/status-tag';
import { DataTable } from '../shared/table/data-table';

type Payment = NonNullable<FamilyRecord['payments']>[number];

/** The family's money: by which decree and order, what the bank said, and when the ledger moved. */
export function FamilyPayments({ payments }: { readonly payments: readonly Payment[] }): ReactNode {
  const { t, format, codeWord } = useWords();
  return (
    <section className="stack" aria-labelledby="family-payments">
      <Title order={2} size="h3" id="family-payments">
        {t('families:payments')}
      </Title>
      {payments.length === 0 ? (
        <p className="small-print">{t('families:noPayments')}</p>
      ) : (
        <DataTable
          caption={t('families:payments')}
          rows={payments}
          keyOf={({ id }) => id}
          columns={[
            {
              name: t('families:period'),
              isHeader: true,
              cell: ({ periodCode }) => <span className="no-break">{periodCode}</span>,
            },
            {
              name: t('families:decree'),
              cell: ({ decreeNumber }) => decreeNumber ?? t('decree.noNumber'),
            },
            { name: t('families:order'), cell: (payment) => <PaidBy payment={payment} /> },
            {
              name: t('case.money'),
              cell: ({ state, reason }) => (
                <>
                  <StatusTag tone={ENTITLEMENT_TONES[state]}>{t(`entitlement.${state}`)}</StatusTag>
                  {reason !== null && <span className="line small-print">{codeWord('money:failure', reason)}</span>}
                </>
              ),
            },
            { name: t('families:bankDays'), cell: (payment) => <BankDays payment={payment} /> },
            { name: t('task.rupiah'), isNumber: true, cell: ({ amountRupiah }) => format.rupiah(amountRupiah) },
          ]}
        />
      )}
      <Postings payments={payments} />
    </section>
  );
}

function PaidBy({ payment: { orderId, endToEndId } }: { readonly payment: Payment }): ReactNode {
  const { t } = useWords();
  if (orderId === null) return t('families:noOrder');
  return (
    <Link to="/orders/$orderId" params={{ orderId }} className="text-link">
      {endToEndId}
    </Link>
  );
}

function BankDays({ payment: { creditedOn, transactedOn } }: { readonly payment: Payment }): ReactNode {
  const { t, format } = useWords();
  if (creditedOn === null) return '–';
  return (
    <>
      <span className="line">{t('families:creditedOn', { day: format.date(creditedOn) })}</span>
      {transactedOn !== null && (
        <span className="line">{t('families:transactedOn', { day: format.date(transactedOn) })}</span>
      )}
    </>
  );
}

/** When the ledger moved the money, oldest first. It moves whole kelurahan at once, this family among them. */
function Postings({ payments }: { readonly payments: readonly Payment[] }): ReactNode {
  const { t, format, codeWord } = useWords();
  const rows = payments.flatMap(({ periodCode, postings }) => postings.map((one) => ({ ...one, periodCode })));
  if (rows.length === 0) return null;
  return (
    <DataTable
      caption={t('families:postings')}
      rows={rows}
      keyOf={({ transactionId }) => transactionId}
      columns={[
        { name: t('families:postings'), isHeader: true, cell: ({ kind }) => codeWord('families:posting', kind) },
        { name: t('families:period'), cell: ({ periodCode }) => <span className="no-break">{periodCode}</span> },
        {
          name: t('families:bankSaid'),
          cell: ({ answer }) => (answer === null ? '–' : codeWord('families:answer', answer)),
        },
        { name: t('families:noted'), cell: ({ postedAt }) => format.dateTime(postedAt) },
      ]}
    />
  );
}
