import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Verdict } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import type { Asking } from './reasons';
import type { Mark } from './verdict-queue';

const VERDICTS: readonly Verdict[] = ['eligible', 'ineligible', 'check'];

interface Props {
  readonly mark: Mark;
  readonly isEditable: boolean;
  readonly onMark: (mark: Mark) => void;
  /** A list names the family: eligible needs what the field check found. */
  readonly isListed: boolean;
  readonly onAskReason: (asking: Asking) => void;
}

/** The three verdicts of one family; the chosen one carries a tick, not only a colour. */
export function VerdictButtons({ mark, isEditable, isListed, onMark, onAskReason }: Props): ReactNode {
  const { t } = useWords();
  return (
    <span className="verdict-buttons" role="group" aria-label={t('verdict.column.verdict')}>
      {VERDICTS.map((verdict, index) => (
        <button
          key={verdict}
          type="button"
          tabIndex={-1}
          aria-pressed={mark.verdict === verdict}
          aria-disabled={!isEditable}
          data-verdict={verdict}
          onClick={() => {
            if (!isEditable) return;
            if (verdict === 'ineligible') onAskReason('ineligible');
            else if (verdict === 'eligible' && isListed && mark.verdict !== 'eligible') onAskReason('eligible');
            else onMark({ verdict: mark.verdict === verdict ? null : verdict });
          }}
        >
          {mark.verdict === verdict && <IconCheck size={16} stroke={1.75} aria-hidden />}
          {index + 1} {t(`verdict.${verdict}`)}
        </button>
      ))}
    </span>
  );
}
