import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { openBreaksQuery } from '../../money/money-queries';
import { useWords } from '../../shared/language/use-words';
import { RefusableButton } from '../../shared/look/refusable-button';
import { Answered } from '../../shared/states/answered';
import { Empty } from '../../shared/states/empty';
import { ProblemNotice } from '../../shared/states/problem-notice';
import type { ArtefactProps } from '../../tasks/artefact/artefact-props';
import type { Break } from '../../api/schemas';
import { BreakProposal } from './break-proposal';
import { useProposals } from './use-proposals';

/** The breaks of an order: one officer proposes how to settle them, another sees the proposals and settles. */
export function BreaksArtefact({ task, isEditable, onUnsaved }: ArtefactProps): ReactNode {
  const { t } = useWords();
  const query = useQuery(openBreaksQuery(task.periodId, task.subjectId));
  return (
    <section className="stack" aria-labelledby="breaks-of-order">
      <Title order={2} size="h3" id="breaks-of-order">
        {t('money:breaks.paper')}
      </Title>
      <Answered query={query}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty>{t('money:breaks.noneOpen')}</Empty>
          ) : (
            <BreakList
              task={task}
              breaks={rows}
              isEditable={isEditable && task.kind === 'breaks.propose'}
              onUnsaved={onUnsaved}
            />
          )
        }
      </Answered>
    </section>
  );
}

interface ListProps extends ArtefactProps {
  readonly breaks: readonly Break[];
}

function BreakList({ task, breaks, isEditable, onUnsaved }: ListProps): ReactNode {
  const { t, format } = useWords();
  const proposals = useProposals(task, breaks);
  const { isUnsaved } = proposals;
  useEffect(() => {
    onUnsaved(isUnsaved);
    return () => {
      onUnsaved(false);
    };
  }, [isUnsaved, onUnsaved]);
  return (
    <>
      {breaks.map((found) => (
        <BreakProposal
          key={found.id}
          found={found}
          proposal={proposals.of(found)}
          edit={
            isEditable
              ? {
                  onChange: (proposal) => {
                    proposals.set(found, proposal);
                  },
                  alike: proposals.alike(found),
                  onAlike: () => {
                    proposals.setAlike(found);
                  },
                }
              : undefined
          }
        />
      ))}
      {isEditable && (
        <div className="stack">
          {proposals.missing > 0 && (
            <p className="small-print">{t('money:breaks.missing', { breaks: format.count(proposals.missing) })}</p>
          )}
          {proposals.error !== null && <ProblemNotice error={proposals.error} />}
          <div>
            <RefusableButton variant="default" isRefused={!proposals.isSavable} onPress={proposals.save}>
              {t('money:breaks.save')}
            </RefusableButton>
          </div>
        </div>
      )}
    </>
  );
}
