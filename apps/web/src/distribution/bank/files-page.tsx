import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { periodsQuery } from '../../periods/period-queries';
import { useWords } from '../../shared/language/use-words';
import { PageHeading } from '../../shared/look/page-heading';
import { AnsweredList } from '../../shared/states/answered-list';
import { Empty } from '../../shared/states/empty';
import { ListTools } from '../../shared/table/list-tools';
import { WholeListLink } from '../../shared/table/whole-list-link';
import { type FileFilter, filesQuery } from './file-queries';
import { FILE_KINDS, FILE_STATES } from './file-words';
import { FilesTable } from './files-table';

const route = getRouteApi('/shell/bank-files');
const CHANNELS = ['card', 'post'] as const;

/** Every file that came from a bank or post office or went to it: what came of it, and where to go on. */
export function FilesPage(): ReactNode {
  const { kind, state, isLate, ...others } = route.useSearch();
  const filter: FileFilter = {
    ...others,
    isLate: isLate === true ? 'true' : undefined,
    kind: FILE_KINDS.find((known) => known === kind),
    state: FILE_STATES.find((known) => known === state),
  };
  const { t } = useWords();
  const query = useInfiniteQuery(filesQuery(filter));
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  return (
    <div className="stack">
      <PageHeading
        title={t('money:files.title')}
        trail={<WholeListLink path="/bank-files/xlsx" query={{ ...filter }} />}
      />
      <p className="small-print">{t('money:files.about')}</p>
      <FileTools filter={filter} />
      <NarrowedTo filter={filter} />
      <AnsweredList query={query} empty={<Empty>{t(isFiltered ? 'table.noResult' : 'money:files.none')}</Empty>}>
        {(rows) => <FilesTable rows={rows} />}
      </AnsweredList>
    </div>
  );
}

/** What a number on another page has narrowed the list to, and the way out of it. */
function NarrowedTo({ filter: { payer, isLate, periodId } }: { readonly filter: FileFilter }): ReactNode {
  const { t } = useWords();
  if (payer === undefined && isLate === undefined) return null;
  return (
    <p className="small-print">
      {[payer === '-' ? t('money:files.bankOfRules') : payer, isLate && t('money:scores.lateOnly')]
        .filter(Boolean)
        .join(' · ')}{' '}
      <Link to="/bank-files" search={{ ...(periodId !== undefined && { periodId }) }} className="text-link">
        {t('money:files.allBreaks')}
      </Link>
    </p>
  );
}

function FileTools({ filter }: { readonly filter: FileFilter }): ReactNode {
  const { t, format } = useWords();
  const navigate = useNavigate();
  const { data: periods = [] } = useQuery(periodsQuery);
  const choose = (chosen: FileFilter): void => {
    const { isLate, ...others } = { ...filter, ...chosen };
    // Late is by the policy of a period.
    const isStillLate = isLate === 'true' && others.periodId !== undefined;
    void navigate({ to: '/bank-files', search: { ...others, ...(isStillLate && { isLate: true }) } });
  };
  return (
    <ListTools
      hint={t('money:files.hint')}
      text={filter.text}
      onSearch={(text) => {
        choose({ text });
      }}
      choices={[
        {
          label: t('money:files.state'),
          value: filter.state,
          offered: FILE_STATES.map((value) => ({ value, label: t(`money:files.is.${value}`) })),
          onChoose: (value) => {
            choose({ state: FILE_STATES.find((state) => state === value) });
          },
        },
        {
          label: t('money:files.kind'),
          value: filter.kind,
          offered: FILE_KINDS.map((value) => ({ value, label: t(`money:files.of.${value}`) })),
          onChoose: (value) => {
            choose({ kind: FILE_KINDS.find((kind) => kind === value) });
          },
        },
        {
          label: t('money:files.channel'),
          value: filter.channel,
          offered: CHANNELS.map((value) => ({ value, label: t(`periods.by.${value}`) })),
          onChoose: (value) => {
            choose({ channel: CHANNELS.find((channel) => channel === value) });
          },
        },
        {
          label: t('periods.period'),
          value: filter.periodId,
          offered: periods.map(({ id, months }) => ({ value: id, label: format.months(months) })),
          onChoose: (value) => {
            choose({ periodId: value });
          },
        },
      ]}
    />
  );
}
