import { Button, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { answer, api } from '../api/client';
import type { Freeze } from '../api/schemas';
import { useCommand } from '../api/use-command';
import { may, useMe } from '../auth/session';
import { useWords } from '../shared/language/use-words';
import { Answered } from '../shared/states/answered';
import { Empty } from '../shared/states/empty';
import { ProblemNotice } from '../shared/states/problem-notice';
import { DataTable } from '../shared/table/data-table';
import { AddFreeze } from './add-freeze';
import { useFrozenWord } from './frozen-words';
import { freezesQuery } from './mandate-queries';

/** Periods in which named decisions stand still; the ministry adds and ends them. */
export function FreezeList(): ReactNode {
  const { t, format } = useWords();
  const word = useFrozenWord();
  const me = useMe();
  const mayFreeze = may(me, 'freeze:write');
  const [isAdding, setAdding] = useState(false);
  const query = useQuery(freezesQuery);
  const toggle = (): void => {
    setAdding(!isAdding);
  };
  return (
    <section className="stack" aria-labelledby="freezes">
      <Title order={2} size="h3" id="freezes">
        {t('mandates:freezes.title')}
      </Title>
      <Answered query={query} rows={2}>
        {(freezes) =>
          freezes.length === 0 ? (
            <Empty>{t('mandates:freezes.none')}</Empty>
          ) : (
            <DataTable
              caption={t('mandates:freezes.title')}
              rows={freezes}
              keyOf={({ id }) => id}
              columns={[
                { name: t('mandates:freezes.name'), isHeader: true, cell: ({ name }) => name },
                { name: t('mandates:freezes.reason'), cell: ({ reason }) => reason },
                { name: t('mandates:freezes.territory'), cell: ({ territoryCode }) => territoryCode },
                { name: t('mandates:freezes.actions'), cell: ({ actions }) => actions.map(word).join(', ') },
                {
                  name: t('mandates:freezes.days'),
                  cell: ({ validFrom, validTo }) => `${format.date(validFrom)} – ${format.date(validTo)}`,
                },
                {
                  name: t('mandates:freezes.state'),
                  cell: (freeze) => (
                    <FreezeState freeze={freeze} mayEnd={may(me, 'freeze:end')} officerId={me.officerId} />
                  ),
                },
              ]}
            />
          )
        }
      </Answered>
      {mayFreeze && isAdding && <AddFreeze onClose={toggle} />}
      {mayFreeze && !isAdding && (
        <div className="row">
          <Button variant="default" h={44} onClick={toggle}>
            {t('mandates:freezes.add')}
          </Button>
        </div>
      )}
    </section>
  );
}

interface StateProps {
  readonly freeze: Freeze;
  readonly mayEnd: boolean;
  /** The reader. */
  readonly officerId: string;
}

/** When it was ended, or the way there: one officer proposes it, another ends it. */
function FreezeState({ freeze, mayEnd, officerId }: StateProps): ReactNode {
  const { t, format } = useWords();
  const end = useCommand((freezeId: string, key) =>
    answer(
      api.POST('/api/v1/freezes/{freezeId}/end', {
        params: { path: { freezeId }, header: { 'Idempotency-Key': key } },
      }),
    ),
  );
  if (freeze.endedAt !== null) return `${t('mandates:freezes.is.ended')}, ${format.dateTime(freeze.endedAt)}`;
  const { endProposedBy: officer, endProposedById } = freeze;
  if (endProposedById === officerId) return t('mandates:freezes.endBySecond');
  const proposal = officer === null ? '' : t('mandates:freezes.endProposed', { officer });
  if (!mayEnd) return `${t('mandates:freezes.by')} ${freeze.createdBy}. ${proposal}`;
  return (
    <>
      {proposal !== '' && <p>{proposal}</p>}
      <Button
        variant="default"
        h={44}
        aria-disabled={end.isPending}
        onClick={() => {
          if (end.isPending) return;
          end.mutate(freeze.id);
        }}
      >
        {officer === null ? t('mandates:freezes.end') : t('mandates:freezes.confirmEnd')}
      </Button>
      {end.error !== null && <ProblemNotice error={end.error} />}
    </>
  );
}
