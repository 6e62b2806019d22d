import type { ReactNode } from 'react';
import type { Family } from '../../api/schemas';
import { FamilyLink } from '../../families/family-link';
import { useWords } from '../../shared/language/use-words';
import { matchTone } from '../match-tone';
import { StatusTag } from '../../shared/look/status-tag';
import { RevealDialog } from '../reveal/reveal-dialog';
import { type Asking, isListed } from './reasons';
import { VerdictButtons } from './verdict-buttons';
import type { Mark } from './verdict-queue';

interface Props {
  readonly family: Family;
  readonly mark: Mark;
  readonly index: number;
  readonly top: number;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly isEditable: boolean;
  readonly onActivate: () => void;
  readonly onSelect: (isRange: boolean) => void;
  readonly onMark: (mark: Mark) => void;
  readonly onAskReason: (asking: Asking) => void;
}

export function FamilyRow(props: Props): ReactNode {
  const { family, mark, index, top, isActive, isSelected, isEditable } = props;
  const { t, codeWord } = useWords();
  const match = family.matchResult ?? 'absent';
  const warnings = family.findings.map(({ message }) => message).join(' ');
  return (
    // The grid itself takes the keys; a click only says which row is meant.
    <div
      id={`family-${family.id}`}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-active={isActive || undefined}
      className="family-row"
      style={{ transform: `translateY(${top}px)` }}
      onClick={props.onActivate}
    >
      <span role="gridcell">
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={t('families:verdicts.select', { family: family.kpmCode ?? family.id })}
          checked={isSelected}
          onChange={() => undefined}
          onClick={(event) => {
            props.onSelect(event.shiftKey);
          }}
        />
      </span>
      <span role="gridcell">
        <FamilyLink code={family.familyCode}>
          {family.kpmCode ?? t('roster.rowNumber', { row: family.rowNumber })}
        </FamilyLink>
      </span>
      <span role="gridcell">{family.nikMasked}</span>
      <span role="gridcell">{family.rtRw ?? '–'}</span>
      <span role="gridcell">
        <StatusTag tone={matchTone(match)}>{codeWord('match', match)}</StatusTag>
        {isListed(family) && (
          <span className="family-warning" title={family.listedAs.join(', ')}>
            {t('families:verdicts.onLists')}
          </span>
        )}
        {warnings !== '' && (
          <span className="family-warning" title={warnings}>
            {t('families:verdicts.warnings', { count: family.findings.length })}
          </span>
        )}
      </span>
      <span role="gridcell">
        <VerdictButtons
          {...{ mark, isEditable }}
          isListed={isListed(family)}
          onMark={props.onMark}
          onAskReason={props.onAskReason}
        />
      </span>
      <span role="gridcell">{mark.reason === undefined ? '–' : t(`reason.${mark.reason}`)}</span>
      <span role="gridcell">
        <RevealDialog rowId={family.id} name={family.kpmCode ?? String(family.rowNumber)} />
      </span>
    </div>
  );
}
