import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef } from 'react';
import type { Family } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { FamilyRow } from './family-row';
import { ReasonBar } from './reason-bar';
import { isListed } from './reasons';
import { useGridKeys } from './use-grid-keys';
import type { Selection } from './use-selection';
import type { Verdicts } from './use-verdicts';

interface Props {
  readonly families: readonly Family[];
  readonly verdicts: Verdicts;
  readonly selection: Selection;
  readonly isEditable: boolean;
}

const ROW_PX = 48;
const COLUMNS = ['select', 'family', 'nik', 'rtRw', 'match', 'verdict', 'reason', 'data'] as const;

/** Thousands of families with only the visible ones in the page; the whole grid is one stop of the Tab key. */
export function FamilyGrid({ families, verdicts, selection, isEditable }: Props): ReactNode {
  const { t } = useWords();
  const { frame, rows } = useRows(families.length);
  const onMove = (index: number): void => {
    rows.scrollToIndex(index);
  };
  const keys = useGridKeys({ families, verdicts, selection, isEditable, onMove });
  const active = families[keys.active];
  return (
    <>
      <p className="small-print" id="grid-help">
        {t('families:verdicts.keys')}
      </p>
      <div
        ref={frame}
        role="grid"
        className="family-grid"
        tabIndex={0}
        aria-label={t('families:verdicts.grid')}
        aria-describedby="grid-help"
        aria-rowcount={families.length + 1}
        aria-multiselectable
        aria-activedescendant={`family-${families[keys.active]?.id ?? ''}`}
        onKeyDown={keys.onKeyDown}
      >
        <GridHead />
        <div role="rowgroup" className="family-body" style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start }) => (
            <GridRow
              key={families[index]?.id ?? index}
              {...{ families, verdicts, selection, isEditable, keys, index }}
              top={start}
            />
          ))}
        </div>
      </div>
      {active !== undefined && isListed(active) && (
        <p role="status">
          <strong>{active.kpmCode}</strong> {t('verdict.listed', { lists: active.listedAs.join(', ') })}
        </p>
      )}
      {keys.asking !== undefined && <ReasonBar asking={keys.asking} onChoose={keys.mark} onStop={keys.stopAsking} />}
    </>
  );
}

/** The rows in sight of the frame that they scroll in. */
function useRows(count: number) {
  const frame = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- the compiler is not in use; the grid reads it anew on each render
  const rows = useVirtualizer({
    count,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
  });
  return { frame, rows };
}

function GridHead(): ReactNode {
  const { t } = useWords();
  return (
    <div role="rowgroup" className="family-head">
      <div role="row" aria-rowindex={1} className="family-row">
        {COLUMNS.map((name) => (
          <span key={name} role="columnheader">
            {t(`verdict.column.${name}`)}
          </span>
        ))}
      </div>
    </div>
  );
}

interface RowProps extends Props {
  readonly keys: ReturnType<typeof useGridKeys>;
  readonly index: number;
  readonly top: number;
}

/** Whatever is done to a row by hand makes it the active one, so that the keys go on from there. */
function GridRow({ families, verdicts, selection, isEditable, keys, index, top }: RowProps): ReactNode {
  const family = families[index];
  if (family === undefined) return null;
  return (
    <FamilyRow
      {...{ family, index, top, isEditable }}
      mark={verdicts.of(family)}
      isActive={index === keys.active}
      isSelected={selection.ids.has(family.id)}
      onActivate={() => {
        keys.setActive(index);
      }}
      onSelect={(isRange) => {
        keys.setActive(index);
        if (isRange) selection.extend(index);
        else selection.toggle(index);
      }}
      onMark={(mark) => {
        keys.setActive(index);
        verdicts.set([family], mark);
      }}
      onAskReason={(asking) => {
        selection.clear();
        keys.askReason(index, asking);
      }}
    />
  );
}
