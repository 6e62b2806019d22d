import { Chip, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Family } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { isListed } from './reasons';
import type { Verdicts } from './use-verdicts';
import type { Mark } from './verdict-queue';

export interface VerdictFilter {
  readonly isUndecided: boolean;
  readonly hasWarning: boolean;
  readonly isListed: boolean;
  readonly rtRw: string | null;
  readonly match: string | null;
}

export const NO_FILTER: VerdictFilter = {
  isUndecided: false,
  hasWarning: false,
  isListed: false,
  rtRw: null,
  match: null,
};

export function shownFamilies(
  families: readonly Family[],
  filter: VerdictFilter,
  marks: ReadonlyMap<string, Mark>,
): Family[] {
  return families.filter(
    (family) =>
      (!filter.isUndecided ||
        (marks.get(family.id)?.verdict ?? (marks.has(family.id) ? null : family.verdict)) === null) &&
      (!filter.hasWarning || family.findings.length > 0) &&
      (!filter.isListed || isListed(family)) &&
      (filter.rtRw === null || family.rtRw === filter.rtRw) &&
      (filter.match === null || (family.matchResult ?? 'absent') === filter.match),
  );
}

interface Props {
  readonly families: readonly Family[];
  readonly verdicts: Verdicts;
  readonly filter: VerdictFilter;
  readonly onFilter: (filter: VerdictFilter) => void;
}

export function VerdictFilters({ families, verdicts, filter, onFilter }: Props): ReactNode {
  const { t, format, codeWord } = useWords();
  const undecided = families.filter((family) => verdicts.of(family).verdict === null).length;
  const warned = families.filter(({ findings }) => findings.length > 0).length;
  const listed = families.filter(isListed).length;
  const places = [...new Set(families.flatMap(({ rtRw }) => (rtRw === null ? [] : [rtRw])))].sort();
  const matches = [...new Set(families.map(({ matchResult }) => matchResult ?? 'absent'))];
  return (
    <div className="row" role="group" aria-label={t('table.filter')}>
      <Chip
        checked={filter.isUndecided}
        onChange={(isUndecided) => {
          onFilter({ ...filter, isUndecided });
        }}
      >
        {t('verdict.none')} {format.count(undecided)}
      </Chip>
      <Chip
        checked={filter.hasWarning}
        onChange={(hasWarning) => {
          onFilter({ ...filter, hasWarning });
        }}
      >
        {t('families:verdicts.warned')} {format.count(warned)}
      </Chip>
      {listed > 0 && (
        <Chip
          checked={filter.isListed}
          onChange={(isChecked) => {
            onFilter({ ...filter, isListed: isChecked });
          }}
        >
          {t('families:verdicts.onLists')} {format.count(listed)}
        </Chip>
      )}
      <Select
        clearable
        searchable
        w={150}
        aria-label="RT/RW"
        placeholder="RT/RW"
        data={places}
        value={filter.rtRw}
        onChange={(rtRw) => {
          onFilter({ ...filter, rtRw });
        }}
      />
      <Select
        clearable
        w={180}
        aria-label={t('roster.match')}
        placeholder={t('roster.match')}
        data={matches.map((match) => ({ value: match, label: codeWord('match', match) }))}
        value={filter.match}
        onChange={(match) => {
          onFilter({ ...filter, match });
        }}
      />
    </div>
  );
}
