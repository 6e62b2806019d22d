import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { FamilyLink } from '../families/family-link';
import { RevealDialog } from '../rosters/reveal/reveal-dialog';
import { useWords } from '../shared/language/use-words';
import { Facts } from '../shared/look/facts';
import { StatusTag } from '../shared/look/status-tag';
import { Answered } from '../shared/states/answered';
import { calendarDaysLeft } from '../shared/words/days-left';
import type { ArtefactProps } from '../tasks/artefact/artefact-props';
import { caseQuery } from './follow-up-queries';

/** One family that was credited and did not transact. */
export function CaseArtefact({ task }: ArtefactProps): ReactNode {
  const { t, format, codeWord } = useWords();
  const query = useQuery(caseQuery(task.subjectId));
  return (
    <Answered query={query}>
      {(found) => {
        const due = calendarDaysLeft(t, format, found.daysLeft, found.deadlineOn);
        return (
          <>
            <Facts
              facts={[
                [
                  t('case.family'),
                  <FamilyLink key="family" code={found.familyCode}>
                    {found.kpmCode}
                  </FamilyLink>,
                ],
                [
                  t('case.place'),
                  `${found.kelurahanName ?? found.kelurahanCode}${found.rtRw === null ? '' : `, RT/RW ${found.rtRw}`}`,
                ],
                [t('task.rupiah'), format.rupiah(found.amountRupiah)],
                [t('case.state'), t(`case.is.${found.state}`)],
                [
                  t('case.deadline'),
                  <StatusTag key="due" tone={due.tone}>
                    {due.text}
                  </StatusTag>,
                ],
                [t('case.round'), found.round],
                [t('case.money'), codeWord('caseMoney', found.money)],
                [t('case.closedAt'), found.closedAt === null ? t('case.notClosed') : format.dateTime(found.closedAt)],
                [t('case.finding'), found.finding === null ? '–' : codeWord('finding', found.finding)],
                ...(found.restricted ? [[t('case.secrecy'), t('case.restricted')] as const] : []),
                [t('case.note'), found.findingNote ?? '–'],
                [t('case.outcome'), found.outcome === null ? '–' : codeWord('caseOutcome', found.outcome)],
              ]}
            />
            <div>
              <RevealDialog rowId={found.rosterRowId} name={found.kpmCode} />
            </div>
          </>
        );
      }}
    </Answered>
  );
}
