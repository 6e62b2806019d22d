import { Button, Select } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { SpotCheckDetails, SpotFamily } from '../api/schemas';
import { useCommand } from '../api/use-command';
import { FamilyLink } from '../families/family-link';
import { useWords } from '../shared/language/use-words';
import { OpenedForm } from '../shared/look/opened-form';
import { AnsweredList } from '../shared/states/answered-list';
import { Empty } from '../shared/states/empty';
import { announce } from '../shared/states/live-region';
import { ProblemNotice } from '../shared/states/problem-notice';
import { DataTable } from '../shared/table/data-table';
import { WholeListLink } from '../shared/table/whole-list-link';
import { ResultForm } from './result-form';
import { replaceSpotFamily, spotFamiliesQuery, type SpotFamilyView } from './spot-check-queries';

const VIEWS: readonly SpotFamilyView[] = ['to_visit', 'answered', 'unreached'];

/** The families of the sample in the reader's territory, each with what its visit found. */
export function SampleFamilies({ check }: { readonly check: SpotCheckDetails }): ReactNode {
  const { t } = useWords();
  const [view, setView] = useState<SpotFamilyView>();
  const query = useInfiniteQuery(spotFamiliesQuery(check.id, view));
  const none = t(view === undefined ? 'monitoring:noFamilies' : 'table.noResult');
  return (
    <section className="stack" aria-label={t('monitoring:families')}>
      <h2>{t('monitoring:families')}</h2>
      <WholeListLink path={`/spot-checks/${check.id}/families/xlsx`} query={{ view }} />
      <Select
        clearable
        label={t('monitoring:view')}
        placeholder={t('table.any')}
        data={VIEWS.map((value) => ({ value, label: t(`monitoring:viewIs.${value}`) }))}
        value={view ?? null}
        onChange={(chosen) => {
          setView(VIEWS.find((one) => one === chosen));
        }}
      />
      <AnsweredList query={query} empty={<Empty>{none}</Empty>}>
        {(families) => (
          <DataTable
            caption={t('monitoring:families')}
            rows={families}
            keyOf={({ id }) => id}
            columns={[
              {
                name: t('monitoring:family'),
                isHeader: true,
                cell: (family) => <Named family={family} />,
              },
              {
                name: t('monitoring:place'),
                cell: ({ kelurahanName, kelurahanCode, rtRw }) =>
                  [kelurahanName ?? kelurahanCode, rtRw].filter(Boolean).join(', '),
              },
              { name: t('monitoring:order'), isNumber: true, cell: ({ position }) => position },
              { name: t('monitoring:result'), cell: (family) => <Result check={check} family={family} /> },
            ]}
          />
        )}
      </AnsweredList>
    </section>
  );
}

function Named({ family }: { readonly family: SpotFamily }): ReactNode {
  const { t } = useWords();
  const { familyCode, kpmCode, nikMasked, isReplacement, isReplaced } = family;
  const marks = [isReplacement && t('monitoring:isReplacement'), isReplaced && t('monitoring:isReplaced')];
  return (
    <>
      <FamilyLink code={familyCode}>{familyCode ?? kpmCode}</FamilyLink>
      <span className="small-print"> {[nikMasked, ...marks].filter(Boolean).join(', ')}</span>
    </>
  );
}

interface ResultProps {
  readonly check: SpotCheckDetails;
  readonly family: SpotFamily;
}

function Result({ check, family }: ResultProps): ReactNode {
  const { t, format } = useWords();
  const { receipt, unreached, visitedOn, visitor, note, isReplaced } = family;
  const isNoted = visitedOn !== null;
  const act = t(isNoted ? 'monitoring:correct' : 'monitoring:noteOne');
  return (
    <div className="stack">
      <span>
        {receipt !== null && t(`monitoring:receiptIs.${receipt}`)}
        {unreached !== null && t('monitoring:unreachedBecause', { reason: t(`monitoring:unreachedIs.${unreached}`) })}
        {!isNoted && t('monitoring:notVisited')}
      </span>
      {isNoted && (
        <span className="small-print">
          {t('monitoring:visitedIs', { day: format.date(visitedOn), visitor: visitor ?? '' })}
        </span>
      )}
      {note !== null && <span className="as-written">{note}</span>}
      {check.mayVisit && !isReplaced && (
        <>
          <OpenedForm name={act}>
            {(close) => <ResultForm spotCheckId={check.id} family={family} onClose={close} />}
          </OpenedForm>
          {unreached !== null && <Replace spotCheckId={check.id} familyId={family.id} />}
        </>
      )}
    </div>
  );
}

function Replace({ spotCheckId, familyId }: { readonly spotCheckId: string; readonly familyId: string }): ReactNode {
  const { t } = useWords();
  const command = useCommand(replaceSpotFamily(spotCheckId));
  return (
    <div>
      {command.error !== null && <ProblemNotice error={command.error} />}
      <Button
        h={44}
        variant="default"
        aria-disabled={command.isPending}
        onClick={() => {
          command.mutate(familyId, {
            onSuccess: () => {
              announce(t('monitoring:done'));
            },
          });
        }}
      >
        {t('monitoring:replace')}
      </Button>
    </div>
  );
}
