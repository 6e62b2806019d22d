import { Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Board } from '../../api/schemas';
import { may, useMe } from '../../auth/session';
import { Identities } from '../../money/statement/identities';
import { MoneyBar } from '../../money/statement/money-bar';
import { PartsTable } from '../../money/statement/parts-table';
import { useWords } from '../../shared/language/use-words';

/** Whether the money adds up, at a glance and then in figures; nothing for those who do not read money. */
export function BoardMoney({ board }: { readonly board: Board }): ReactNode {
  const { t } = useWords();
  const me = useMe();
  const { period, cityCode, statement } = board;
  if (statement === null) return null;
  return (
    <section className="panel stack" aria-labelledby="board-money">
      <div className="page-heading-line">
        <Title order={2} size="h3" id="board-money">
          {t('money.title')}
        </Title>
        {may(me, 'money:read') && (
          <div className="row">
            <Link
              to="/periods/$periodId/dashboard"
              params={{ periodId: period.id }}
              search={{ territory: cityCode }}
              className="text-link"
            >
              {t('room.dashboard')}
            </Link>
            <Link
              to="/periods/$periodId/cities/$cityCode/money"
              params={{ periodId: period.id, cityCode }}
              className="text-link"
            >
              {t('money.open')}
            </Link>
          </div>
        )}
      </div>
      <MoneyBar statement={statement} />
      <PartsTable statement={statement} periodId={period.id} territoryCode={cityCode} />
      <Identities statement={statement} />
    </section>
  );
}
