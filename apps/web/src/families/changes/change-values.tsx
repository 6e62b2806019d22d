import { type ReactNode, useEffect } from 'react';
import type { OpenedFamilyChange } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { DataTable } from '../../shared/table/data-table';

interface Props {
  readonly opened: OpenedFamilyChange;
  readonly onHide: () => void;
}

const PARTS = ['nik', 'fullName', 'address', 'rt', 'rw', 'phone', 'standing'] as const;
type Part = (typeof PARTS)[number];

/** What was said and what is proposed, side by side, until the minute is over. */
export function ChangeValues({ opened: { before, after, hideAt }, onHide }: Props): ReactNode {
  const { t } = useWords();
  useEffect(() => {
    const timer = setTimeout(onHide, Math.max(0, Date.parse(hideAt) - Date.now()));
    return () => {
      clearTimeout(timer);
    };
  }, [hideAt, onHide]);
  const textOf = (shown: OpenedFamilyChange['before'], part: Part): string => {
    if (part === 'standing')
      return shown.standing === undefined ? '–' : t(`families:change.standingIs.${shown.standing}`);
    return shown[part] === undefined || shown[part] === '' ? '–' : shown[part];
  };
  return (
    <DataTable
      caption={t('families:change.values')}
      rows={PARTS.filter((part) => after[part] !== undefined)}
      keyOf={(part) => part}
      columns={[
        { name: t('families:change.field'), isHeader: true, cell: (part) => t(`families:change.part.${part}`) },
        { name: t('families:change.before'), cell: (part) => textOf(before, part) },
        { name: t('families:change.after'), cell: (part) => <strong>{textOf(after, part)}</strong> },
      ]}
    />
  );
}
