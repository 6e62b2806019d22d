import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PeriodPicker } from '../../periods/period-picker';
import { useWords } from '../../shared/language/use-words';
import { PageHeading } from '../../shared/look/page-heading';
import { Answered } from '../../shared/states/answered';
import { Empty } from '../../shared/states/empty';
import { ListTools } from '../../shared/table/list-tools';
import { WholeListLink } from '../../shared/table/whole-list-link';
import { ScoreDetails } from './score-details';
import { SCORE_SORTS, type ScoreFilter, scoresQuery } from './scorecard-queries';
import { ScoresTable } from './scores-table';

const route = getRouteApi('/shell/periods/$periodId/scorecard');
const CHANNELS = ['card', 'post'] as const;
const SPANS = [3, 6, 12] as const;

/** How well banks and the post office pay: side by side, and each with what its numbers are made of. */
export function ScorecardPage(): ReactNode {
  const { periodId } = route.useParams();
  const { sort, ...others } = route.useSearch();
  const filter: ScoreFilter = { ...others, sort: SCORE_SORTS.find((known) => known === sort) };
  const { t } = useWords();
  const query = useQuery(scoresQuery(periodId, filter));
  const over = filter.over === undefined ? undefined : String(filter.over);
  const isFiltered = filter.text !== undefined || filter.channel !== undefined;
  return (
    <div className="stack">
      <PageHeading
        title={t('money:scores.title')}
        aside={<PeriodPicker periodId={periodId} room="scorecard" />}
        trail={<WholeListLink path={`/periods/${periodId}/scorecard/xlsx`} query={{ ...filter, over }} />}
      />
      <p className="small-print">{t('money:scores.about')}</p>
      <ScoreTools periodId={periodId} filter={filter} />
      <Answered query={query}>
        {(scores) =>
          scores.length === 0 ? (
            <Empty>{t(isFiltered ? 'table.noResult' : 'money:scores.none')}</Empty>
          ) : (
            <>
              <ScoresTable scores={scores} />
              {scores.map((score) => (
                <ScoreDetails key={`${score.periodId} ${score.channel} ${score.payer}`} score={score} />
              ))}
            </>
          )
        }
      </Answered>
    </div>
  );
}

function ScoreTools({ periodId, filter }: { readonly periodId: string; readonly filter: ScoreFilter }): ReactNode {
  const { t, format } = useWords();
  const navigate = useNavigate();
  const choose = (chosen: ScoreFilter): void => {
    void navigate({ to: '/periods/$periodId/scorecard', params: { periodId }, search: { ...filter, ...chosen } });
  };
  return (
    <ListTools
      hint={t('money:scores.hint')}
      text={filter.text}
      onSearch={(text) => {
        choose({ text });
      }}
      choices={[
        {
          label: t('money:files.channel'),
          value: filter.channel,
          offered: CHANNELS.map((value) => ({ value, label: t(`periods.by.${value}`) })),
          onChoose: (value) => {
            choose({ channel: CHANNELS.find((channel) => channel === value) });
          },
        },
        {
          label: t('money:scores.over'),
          isNeeded: true,
          value: String(filter.over ?? 1),
          offered: [
            { value: '1', label: t('money:scores.one') },
            ...SPANS.map((span) => ({
              value: String(span),
              label: t('money:scores.several', { periods: format.count(span) }),
            })),
          ],
          onChoose: (value) => {
            choose({ over: SPANS.find((span) => String(span) === value) });
          },
        },
        {
          label: t('table.sort'),
          isNeeded: true,
          value: filter.sort ?? 'newest',
          offered: SCORE_SORTS.map((value) => ({ value, label: t(`money:scores.by.${value}`) })),
          onChoose: (value) => {
            choose({ sort: SCORE_SORTS.find((sort) => sort === value) });
          },
        },
      ]}
    />
  );
}
