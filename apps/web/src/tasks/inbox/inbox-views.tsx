import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { TaskView } from '../../app/search';
import { useMe } from '../../auth/session';
import { useWords } from '../../shared/language/use-words';
import { useWaitingTotal } from '../task-queries';

const VIEWS: readonly TaskView[] = ['waiting', 'mine', 'pool', 'behalf', 'watched', 'territory', 'done'];

export function InboxViews({ view }: { readonly view: TaskView }): ReactNode {
  const { t, format } = useWords();
  const me = useMe();
  const waiting = useWaitingTotal(me);
  const views = VIEWS.filter((offered) => offered !== 'behalf' || me.standsFor.length > 0);
  return (
    <nav aria-label={t('inbox.views')}>
      <ul className="view-tabs">
        {views.map((offered) => (
          <li key={offered}>
            <Link
              to="/inbox"
              search={offered === 'waiting' ? {} : { view: offered }}
              activeOptions={{ exact: true }}
              aria-current={offered === view ? 'page' : undefined}
            >
              {t(`inbox.view.${offered}`)}
              {offered === 'waiting' && waiting !== undefined && ` ${format.count(waiting)}`}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
