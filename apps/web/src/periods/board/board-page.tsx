import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Board } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { PageHeading } from '../../shared/look/page-heading';
import { Answered } from '../../shared/states/answered';
import { BoardFacts } from './board-facts';
import { BoardMoney } from './board-money';
import { LiveStamp } from './live-stamp';
import { StageList } from './stage-list';
import { boardQuery } from '../period-queries';
import { useLivePeriod } from './use-live-period';
import './board.css';

const route = getRouteApi('/shell/periods/$periodId/cities/$cityCode');
const WITHOUT_STREAM_MS = 10_000;

/** Where a city's period stands: stages, money, cases; live. */
export function BoardPage(): ReactNode {
  const { periodId, cityCode } = route.useParams();
  const isLive = useLivePeriod(periodId);
  const query = useQuery({ ...boardQuery(periodId, cityCode), refetchInterval: isLive ? false : WITHOUT_STREAM_MS });
  return (
    <div className="stack">
      <Answered query={query}>{(board) => <BoardSheet board={board} isLive={isLive} />}</Answered>
    </div>
  );
}

function BoardSheet({ board, isLive }: { readonly board: Board; readonly isLive: boolean }): ReactNode {
  const { t, format } = useWords();
  return (
    <>
      <PageHeading
        title={`${t('periods.name', { months: format.months(board.period.months) })}, ${board.cityName}`}
        trail={
          <Link to="/periods/$periodId" params={{ periodId: board.period.id }} className="text-link">
            {t('periods.name', { months: format.months(board.period.months) })}
          </Link>
        }
        aside={<LiveStamp at={board.at} isLive={isLive} />}
      />
      <StageList stages={board.stages} periodId={board.period.id} />
      <BoardMoney board={board} />
      <BoardFacts board={board} />
    </>
  );
}
