import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Handover } from '../api/schemas';
import { AuthorityTabs } from '../mandates/authority-tabs';
import { useWords } from '../shared/language/use-words';
import { PageHeading } from '../shared/look/page-heading';
import { Answered } from '../shared/states/answered';
import { Empty } from '../shared/states/empty';
import { LoadMore } from '../shared/table/load-more';
import { handoverItemsQuery, handoverQuery } from './delegation-queries';
import { HandoverAnswer } from './handover-answer';
import { HandoverItems } from './handover-items';

const route = getRouteApi('/shell/handovers/$handoverId');

/** One pack: what it holds, what became of each item, and the answer to it. */
export function HandoverPage(): ReactNode {
  const { handoverId } = route.useParams();
  const query = useQuery(handoverQuery(handoverId));
  return <Answered query={query}>{(handover) => <Pack key={handoverId} handover={handover} />}</Answered>;
}

function Pack({ handover }: { readonly handover: Handover }): ReactNode {
  const { t, format } = useWords();
  const { id, fromOfficer, toOfficer, state, reason, answerReason, dueOn, counts } = handover;
  const query = useInfiniteQuery(handoverItemsQuery(id));
  const [chosen, setChosen] = useState<readonly string[]>([]);
  return (
    <div className="stack">
      <PageHeading title={t('delegation:handovers.one', { from: fromOfficer, to: toOfficer })} />
      <AuthorityTabs />
      <dl className="facts">
        {[
          [t('delegation:handovers.stateName'), t(`delegation:handovers.state.${state}`)],
          [t('delegation:handovers.reason'), answerReason === null ? reason : `${reason} – ${answerReason}`],
          [t('delegation:handovers.waiting'), format.count(counts.offered)],
          [t('delegation:handovers.dueOn'), format.date(dueOn)],
        ].map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Answered query={query}>
        {({ pages }) => {
          const items = pages.flatMap(({ rows }) => rows);
          return items.length === 0 ? (
            <Empty>{t('delegation:handovers.noTasks')}</Empty>
          ) : (
            <>
              <HandoverItems items={items} chosen={handover.mayAnswer ? chosen : undefined} onChoose={setChosen} />
              <LoadMore query={query} shown={items.length} />
            </>
          );
        }}
      </Answered>
      <HandoverAnswer
        handover={handover}
        chosen={chosen}
        onDone={() => {
          setChosen([]);
        }}
      />
    </div>
  );
}
