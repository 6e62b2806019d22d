import { Button, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CardTotals } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { Answered } from '../../shared/states/answered';
import { Notice } from '../../shared/states/notice';
import { ProblemNotice } from '../../shared/states/problem-notice';
import { DataTable } from '../../shared/table/data-table';
import { cardTotalsQuery, proveCards } from './card-queries';
import { CARD_REASONS } from './card-words';

type Total = CardTotals['totals'][number];
type Sum = CardTotals['sum'];

const KELURAHAN_LENGTH = 13;
const atBank = ({ states }: Pick<Sum, 'states'>): number => states.printed + states.at_branch + states.returned;

/** Every card has a place: the equation, the reasons of those not handed over, and the territories of which it is the sum. */
export function CardSums({ territory }: { readonly territory: string | undefined }): ReactNode {
  const { t } = useWords();
  const query = useQuery(cardTotalsQuery(territory));
  return (
    <section className="panel stack" aria-labelledby="card-sums">
      <Title order={2} size="h3" id="card-sums">
        {t('distribution:totals.title')}
      </Title>
      <Answered query={query}>
        {({ totals, sum }) => (
          <>
            <Equation sum={sum} />
            {totals.length > 0 && <TotalsTable totals={totals} sum={sum} />}
            {territory !== undefined && (
              <p>
                <Link to="/cards" className="text-link">
                  {t('distribution:totals.above')}
                </Link>
              </p>
            )}
          </>
        )}
      </Answered>
      <Proof />
    </section>
  );
}

function Equation({ sum }: { readonly sum: Sum }): ReactNode {
  const { t, format } = useWords();
  const { made, states, reasons, unreasoned, addsUp } = sum;
  const count = (cards: number): string => format.count(cards);
  const shown = [
    ...CARD_REASONS.filter((one) => reasons[one] > 0).map(
      (one) => `${count(reasons[one])} ${t(`distribution:reasonIs.${one}`)}`,
    ),
    ...(unreasoned > 0 ? [`${count(unreasoned)} ${t('distribution:totals.unreasoned')}`] : []),
  ];
  return (
    <>
      <p>
        {t('distribution:totals.equation', {
          ...{ made: count(made), atBank: count(atBank(sum)), atPlace: count(states.at_place) },
          ...{ handedOver: count(states.handed_over), notHandedOver: count(states.not_handed_over) },
          destroyed: count(states.destroyed),
        })}
      </p>
      {shown.length > 0 && <p>{t('distribution:totals.reasons', { reasons: shown.join(', ') })}</p>}
      {addsUp ? (
        <p className="small-print">{t('distribution:totals.addsUp')}</p>
      ) : (
        <Notice tone="soon">{t('distribution:totals.doesNot')}</Notice>
      )}
    </>
  );
}

function TotalsTable({ totals, sum }: { readonly totals: readonly Total[]; readonly sum: Sum }): ReactNode {
  const { t, format } = useWords();
  const figure = (name: string, of: (one: Sum) => number) => ({
    ...{ name, isNumber: true, cell: (row: Total) => format.count(of(row)), total: format.count(of(sum)) },
  });
  return (
    <DataTable
      caption={t('distribution:totals.caption')}
      rows={totals}
      keyOf={({ code }) => code}
      {...(totals.length > 1 ? { totalName: t('distribution:totals.sum') } : {})}
      columns={[
        { name: t('distribution:territory'), isHeader: true, cell: (row) => <Place of={row} /> },
        figure(t('distribution:totals.made'), ({ made }) => made),
        figure(t('distribution:totals.atBank'), atBank),
        figure(t('distribution:stateIs.at_place'), ({ states }) => states.at_place),
        figure(t('distribution:stateIs.handed_over'), ({ states }) => states.handed_over),
        figure(t('distribution:stateIs.not_handed_over'), ({ states }) => states.not_handed_over),
        figure(t('distribution:stateIs.destroyed'), ({ states }) => states.destroyed),
        figure(t('distribution:totals.late'), ({ late }) => late),
        figure(t('distribution:totals.cases'), ({ cases }) => cases),
      ]}
    />
  );
}

/** Leads one level down; the list below is of the same territory. */
function Place({ of: { code, name } }: { readonly of: Total }): ReactNode {
  const { t } = useWords();
  const shown = name ?? code;
  const isLast = code.length >= KELURAHAN_LENGTH;
  return (
    <Link
      to="/cards"
      search={{ territory: code }}
      className="text-link"
      aria-label={isLast ? undefined : t('distribution:totals.within', { name: shown })}
    >
      {shown}
    </Link>
  );
}

/** Reads every word again, when somebody wants to know. */
function Proof(): ReactNode {
  const { t, format } = useWords();
  const proof = useMutation({ mutationFn: proveCards });
  return (
    <>
      <div>
        <Button
          variant="default"
          h={44}
          loading={proof.isPending}
          onClick={() => {
            proof.mutate();
          }}
        >
          {t('distribution:totals.prove')}
        </Button>
      </div>
      {proof.error !== null && <ProblemNotice error={proof.error} />}
      {proof.data !== undefined && (
        <Notice tone={proof.data.unproved === 0 ? 'done' : 'soon'}>
          {t(proof.data.unproved === 0 ? 'distribution:totals.proved' : 'distribution:totals.unproved', {
            ...{ cards: format.count(proof.data.cards), unproved: format.count(proof.data.unproved) },
            refs: proof.data.refs.join(', '),
          })}
        </Notice>
      )}
    </>
  );
}
