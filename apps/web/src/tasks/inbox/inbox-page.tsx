import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { Task } from '../../api/schemas';
import type { TaskView } from '../../app/search';
import { useKeys } from '../../shared/keys/use-keys';
import { useWords } from '../../shared/language/use-words';
import { PageHeading } from '../../shared/look/page-heading';
import { AnsweredList } from '../../shared/states/answered-list';
import { Empty } from '../../shared/states/empty';
import { LastDecision } from '../decision/last-decision';
import { type InboxFilter, inboxQuery } from '../task-queries';
import { InboxList } from './inbox-list';
import { InboxViews } from './inbox-views';
import { type Selection, useSelection } from './use-selection';
import './inbox.css';

const InboxFilters = lazy(async () => ({ default: (await import('./inbox-filters')).InboxFilters }));
const SavedFilters = lazy(async () => ({ default: (await import('./saved-filters')).SavedFilters }));
const BulkBar = lazy(async () => ({ default: (await import('../bulk/bulk-bar')).BulkBar }));
const route = getRouteApi('/shell/inbox');

/** Where several tasks at once make sense: those that one may hold. */
const CHOOSABLE: readonly TaskView[] = ['waiting', 'mine', 'pool', 'behalf'];

/** What waits for this person, by days left. */
export function InboxPage(): ReactNode {
  const { t } = useWords();
  const { view = 'waiting', kind, periodId } = route.useSearch();
  const filter: InboxFilter = { view, kind, periodId };
  const query = useInfiniteQuery(inboxQuery(filter));
  const tasks = query.data?.pages.flatMap(({ rows }) => rows);
  const selection = useSelection(tasks ?? []);
  const maySelect = CHOOSABLE.includes(view);
  // Fetched with the first choice, and kept from then on, because it tells what became of the chosen.
  const [isBulk, setIsBulk] = useState(false);
  if (!isBulk && selection.ids.size > 0) setIsBulk(true);
  const active = useActiveTask(tasks ?? [], maySelect ? selection : undefined);
  return (
    <div className="stack">
      <LastDecision />
      <PageHeading title={t('inbox.title')} aside={<InboxViews view={view} />} />
      <div className="inbox-filters">
        <Suspense>
          <InboxFilters filter={filter} />
        </Suspense>
      </div>
      <Suspense>
        <SavedFilters filter={filter} />
      </Suspense>
      <AnsweredList query={query} empty={<NoTasks filter={filter} />}>
        {(shown) => (
          <InboxList tasks={shown} view={view} activeId={active} selection={maySelect ? selection : undefined} />
        )}
      </AnsweredList>
      <Suspense>
        {tasks !== undefined && maySelect && isBulk && <BulkBar tasks={tasks} selection={selection} />}
      </Suspense>
    </div>
  );
}

/** `j` and `k` walk the list, Enter opens, `x` chooses, Shift and `X` to here; the row is brought into view, the focus stays where it is. */
function useActiveTask(tasks: readonly Task[], selection: Selection | undefined): string | undefined {
  const navigate = useNavigate();
  const [active, setActive] = useState<string>();
  const move = (step: number): void => {
    const at = tasks.findIndex(({ id }) => id === active);
    const next = tasks[at === -1 ? 0 : Math.min(Math.max(at + step, 0), tasks.length - 1)];
    if (next === undefined) return;
    setActive(next.id);
    document.querySelector(`[data-key="${next.id}"]`)?.scrollIntoView({ block: 'nearest' });
  };
  useKeys({
    j: () => {
      move(1);
    },
    k: () => {
      move(-1);
    },
    x: () => {
      if (active !== undefined) selection?.toggle(active);
    },
    X: () => {
      if (active !== undefined) selection?.extendTo(active);
    },
    Enter: (event) => {
      const isOnLink = event.target instanceof HTMLElement && event.target.closest('a, button, input') !== null;
      if (active !== undefined && !isOnLink) void navigate({ to: '/tasks/$taskId', params: { taskId: active } });
    },
  });
  return active;
}

function NoTasks({ filter }: { readonly filter: InboxFilter }): ReactNode {
  const { t } = useWords();
  if (filter.kind === undefined && filter.periodId === undefined)
    return <Empty>{t(`inbox.empty.${filter.view}`)}</Empty>;
  return (
    <Empty
      action={
        <Link to="/inbox" search={{ view: filter.view }} className="text-link">
          {t('table.clearFilter')}
        </Link>
      }
    >
      {t('table.noResult')}
    </Empty>
  );
}
