import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../../shared/language/use-words';
import { Answered } from '../../shared/states/answered';
import { familyCardsQuery } from './card-queries';
import { CardsTable } from './cards-table';

/** The debit cards of a family, where there are any. */
export function FamilyCards({ code }: { readonly code: string }): ReactNode {
  const { t } = useWords();
  const query = useQuery(familyCardsQuery(code));
  return (
    <Answered query={query}>
      {({ cards }) =>
        cards.length > 0 && (
          <section className="stack" aria-labelledby="family-cards">
            <Title order={2} size="h3" id="family-cards">
              {t('distribution:familyCards')}
            </Title>
            <CardsTable cards={cards} />
          </section>
        )
      }
    </Answered>
  );
}
