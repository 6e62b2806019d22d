import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { may, useMe } from '../../auth/session';
import { useWords } from '../../shared/language/use-words';
import { PageHeading } from '../../shared/look/page-heading';
import { AnsweredList } from '../../shared/states/answered-list';
import { Empty } from '../../shared/states/empty';
import { ListTools } from '../../shared/table/list-tools';
import { WholeListLink } from '../../shared/table/whole-list-link';
import { CardFiles } from './card-files';
import { CardSums } from './card-sums';
import { type CardFilter, cardsQuery, cardTotalsQuery } from './card-queries';
import { CARD_SORTS, CARD_STATES, CARD_WANTS } from './card-words';
import { CardsTable } from './cards-table';

const route = getRouteApi('/shell/cards');

/** All cards of the reader's territories or bank: where they are in one sum, each in a list, and the files that say so. */
export function CardsPage(): ReactNode {
  const { t } = useWords();
  const { state, want, sort, bank, territory, text } = route.useSearch();
  const filter: CardFilter = {
    ...{ bank, territory, text, sort },
    state: CARD_STATES.find((one) => one === state),
    want: CARD_WANTS.find((one) => one === want),
  };
  const query = useInfiniteQuery(cardsQuery(filter));
  const isFiltered = Object.entries(filter).some(([name, value]) => name !== 'sort' && value !== undefined);
  return (
    <div className="stack">
      <PageHeading title={t('distribution:title')} trail={<WholeListLink path="/cards/xlsx" query={{ ...filter }} />} />
      <p className="small-print">{t('distribution:about')}</p>
      {may(useMe(), 'card:load') && <CardFiles />}
      <CardSums territory={territory} />
      <CardTools filter={filter} />
      <AnsweredList query={query} empty={<Empty>{t(isFiltered ? 'table.noResult' : 'distribution:none')}</Empty>}>
        {(cards) => <CardsTable cards={cards} />}
      </AnsweredList>
    </div>
  );
}

function CardTools({ filter }: { readonly filter: CardFilter }): ReactNode {
  const { t } = useWords();
  const navigate = useNavigate();
  const banks = useQuery(cardTotalsQuery(filter.territory)).data?.banks ?? [];
  const choose = (chosen: CardFilter): void => {
    void navigate({ to: '/cards', search: { ...filter, ...chosen } });
  };
  return (
    <ListTools
      hint={t('distribution:hint')}
      text={filter.text}
      onSearch={(text) => {
        choose({ text });
      }}
      choices={[
        {
          label: t('distribution:state'),
          value: filter.state,
          offered: CARD_STATES.map((value) => ({ value, label: t(`distribution:stateIs.${value}`) })),
          onChoose: (value) => {
            choose({ state: CARD_STATES.find((one) => one === value) });
          },
        },
        {
          label: t('distribution:want'),
          value: filter.want,
          offered: CARD_WANTS.map((value) => ({ value, label: t(`distribution:wantIs.${value}`) })),
          onChoose: (value) => {
            choose({ want: CARD_WANTS.find((one) => one === value) });
          },
        },
        {
          label: t('distribution:bank'),
          value: filter.bank,
          offered: banks.map((name) => ({ value: name, label: name })),
          onChoose: (bank) => {
            choose({ bank });
          },
        },
        {
          label: t('distribution:sort'),
          value: filter.sort ?? 'since',
          isNeeded: true,
          offered: CARD_SORTS.map((value) => ({ value, label: t(`distribution:sortIs.${value}`) })),
          onChoose: (value) => {
            choose({ sort: CARD_SORTS.find((one) => one === value) });
          },
        },
      ]}
    />
  );
}
