import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { SignedPaper } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import { Answered } from '../shared/states/answered';
import { Notice } from '../shared/states/notice';
import { DataTable } from '../shared/table/data-table';
import { kindTitle } from '../tasks/task-title';
import { signedPaperQuery } from './paper-queries';

/** The signatures over a paper's hash, or that there are none. */
export function Signatures({ hash }: { readonly hash: string }): ReactNode {
  const { t, format } = useWords();
  const query = useQuery(signedPaperQuery(hash));
  return (
    <>
      <p>{t('documents:lead')}</p>
      <p>
        {t('documents:hash')}: <code className="whole-hash">{hash}</code>
      </p>
      <Answered query={query}>
        {({ signatures, letters, assignments }) =>
          assignments.length > 0 ? (
            assignments.map(({ number, territoryName, validFrom, validTo, isWithdrawn }) => (
              <Notice key={number} tone={isWithdrawn ? 'soon' : 'done'}>
                {t(isWithdrawn ? 'documents:assignmentWithdrawn' : 'documents:assignmentOf', {
                  number,
                  place: territoryName,
                  from: format.date(validFrom),
                  to: format.date(validTo),
                })}
              </Notice>
            ))
          ) : letters.length > 0 ? (
            letters.map(({ territoryName, verifiedAt, state }) => (
              <Notice key={verifiedAt} tone={state === 'lifted' ? 'soon' : 'done'}>
                {t('documents:letterOf', {
                  place: territoryName,
                  time: format.dateTime(verifiedAt),
                  state: t(`documents:letterIs.${state}`),
                })}
              </Notice>
            ))
          ) : signatures.length === 0 ? (
            <Notice tone="soon">{t('documents:none')}</Notice>
          ) : (
            <>
              <Notice tone="done">{t('documents:signed', { signatures: format.count(signatures.length) })}</Notice>
              <SignatureTable signatures={signatures} />
            </>
          )
        }
      </Answered>
    </>
  );
}

function SignatureTable({ signatures }: Pick<SignedPaper, 'signatures'>): ReactNode {
  const { t, format } = useWords();
  return (
    <DataTable
      caption={t('documents:title')}
      rows={signatures}
      keyOf={({ kind, decidedAt, territoryCode }) => `${kind}${decidedAt}${territoryCode}`}
      columns={[
        { name: t('documents:what'), isHeader: true, cell: ({ kind }) => kindTitle(t, kind) },
        { name: t('documents:office'), cell: ({ role }) => t(`common:role.${role}`) },
        { name: t('documents:where'), cell: ({ territoryName }) => territoryName },
        { name: t('documents:months'), cell: ({ months }) => format.months(months) },
        { name: t('documents:families'), isNumber: true, cell: ({ families }) => format.count(families) },
        { name: t('documents:rupiah'), isNumber: true, cell: ({ amountRupiah }) => format.rupiah(amountRupiah) },
        { name: t('documents:when'), cell: ({ decidedAt }) => format.dateTime(decidedAt) },
      ]}
    />
  );
}
