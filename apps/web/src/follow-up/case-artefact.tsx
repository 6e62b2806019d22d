import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';
import { FamilyLink } from '../families/family-link';
import { RevealDialog } from '../rosters/reveal/reveal-dialog';
import { bringWords } from '../shared/language/language';
import { useWords } from '../shared/language/use-words';
import { Facts } from '../shared/look/facts';
import { StatusTag } from '../shared/look/status-tag';
import { Answered } from '../shared/states/answered';
import { calendarDaysLeft } from '../shared/words/days-left';
import type { ArtefactProps } from '../tasks/artefact/artefact-props';
import { caseQuery } from './follow-up-queries';

/** With words that no other part of a task's page needs. */
const SecondNotes = lazy(async () => {
  await bringWords('follow-up');
  return { default: (await import('./phones/second-notes')).SecondNotes };
});

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
                ...(found.unusedMonths === null
                  ? []
                  : [
                      [
                        t('tasks:unused.name'),
                        t('tasks:unused.months', { months: format.count(found.unusedMonths) }),
                      ] as const,
                    ]),
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
                ...(found.measure === null
                  ? []
                  : [
                      [
                        t('case.measure'),
                        <Link key="measure" to="/case-measures" className="text-link">
                          {codeWord('caseMeasure', found.measure.state)}
                        </Link>,
                      ] as const,
                    ]),
                ...(found.measure?.untilOn == null
                  ? []
                  : [[t('case.holdUntil'), format.date(found.measure.untilOn)] as const]),
              ]}
            />
            <Suspense fallback={null}>
              <SecondNotes caseId={found.id} />
            </Suspense>
            <div>
              <RevealDialog rowId={found.rosterRowId} name={found.kpmCode} />
            </div>
          </>
        );
      }}
    </Answered>
  );
}
