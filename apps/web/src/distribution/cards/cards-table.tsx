import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CardRow } from '../../api/schemas';
import { FamilyLink } from '../../families/family-link';
import { useWords } from '../../shared/language/use-words';
import { DataTable } from '../../shared/table/data-table';
import { CardReasonShown, CardStateTag } from './card-state';

/** Cards, each leading to its history. */
export function CardsTable({ cards }: { readonly cards: readonly CardRow[] }): ReactNode {
  const { t, format } = useWords();
  return (
    <DataTable
      caption={t('distribution:title')}
      rows={cards}
      keyOf={({ id }) => id}
      columns={[
        {
          name: t('distribution:ref'),
          isHeader: true,
          cell: ({ id, ref }) => (
            <Link to="/cards/$cardId" params={{ cardId: id }} className="text-link">
              {ref}
            </Link>
          ),
        },
        {
          name: t('distribution:family'),
          cell: ({ familyCode }) =>
            familyCode === null ? (
              t('distribution:familyUnknown')
            ) : (
              <FamilyLink code={familyCode}>
                <span className="no-break">{familyCode}</span>
              </FamilyLink>
            ),
        },
        {
          name: t('distribution:place'),
          cell: ({ territoryName, territoryCode }) => territoryName ?? territoryCode,
        },
        { name: t('distribution:state'), cell: (card) => <CardStateTag card={card} /> },
        { name: t('distribution:since'), cell: ({ since }) => format.date(since) },
        { name: t('distribution:due'), cell: ({ dueOn }) => (dueOn === null ? '–' : format.date(dueOn)) },
        { name: t('distribution:reason'), cell: (card) => <CardReasonShown card={card} /> },
      ]}
    />
  );
}
