import { type ReactNode, useMemo, useState } from 'react';
import type { Family, Task } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { useIsPhone } from '../../shared/look/use-is-phone';
import { Empty } from '../../shared/states/empty';
import { BulkBar } from './bulk-bar';
import { FamilyCards } from './family-cards';
import { FamilyGrid } from './family-grid';
import { FillRemaining } from './fill-remaining';
import { SessionUndo } from './session-undo';
import { useSelection } from './use-selection';
import { useVerdicts } from './use-verdicts';
import { NO_FILTER, shownFamilies, VerdictFilters } from './verdict-filters';
import { VerdictStamp } from './verdict-stamp';

interface Props {
  readonly task: Task;
  readonly families: readonly Family[];
  readonly isEditable: boolean;
}

/** The grid with its filters, counts, bulk bar and undo; saves as it goes. */
export function VerdictSheet({ task, families, isEditable }: Props): ReactNode {
  const { t } = useWords();
  const isPhone = useIsPhone();
  const verdicts = useVerdicts(task);
  const [filter, setFilter] = useState(NO_FILTER);
  // Families stay in a "no verdict" filter until it is set again: a row must not vanish under the hand.
  const [marksAtFilter, setMarksAtFilter] = useState(verdicts.marks);
  const shown = useMemo(() => shownFamilies(families, filter, marksAtFilter), [families, filter, marksAtFilter]);
  const selection = useSelection(shown);
  return (
    <>
      <VerdictStamp families={families} verdicts={verdicts} />
      <VerdictFilters
        families={families}
        verdicts={verdicts}
        filter={filter}
        onFilter={(chosen) => {
          setFilter(chosen);
          setMarksAtFilter(verdicts.marks);
          selection.clear();
        }}
      />
      {isEditable && <FillRemaining families={families} verdicts={verdicts} />}
      {shown.length === 0 && <Empty>{t('table.noResult')}</Empty>}
      {shown.length > 0 &&
        (isPhone ? (
          <FamilyCards families={shown} verdicts={verdicts} isEditable={isEditable} />
        ) : (
          <FamilyGrid families={shown} verdicts={verdicts} selection={selection} isEditable={isEditable} />
        ))}
      {isEditable && !isPhone && <BulkBar shown={shown} selection={selection} verdicts={verdicts} />}
      <SessionUndo verdicts={verdicts} />
    </>
  );
}
