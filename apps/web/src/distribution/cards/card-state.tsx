import type { ReactNode } from 'react';
import type { CardRow } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { StatusTag } from '../../shared/look/status-tag';
import { CARD_TONES } from './card-words';

interface Shown {
  readonly card: CardRow;
}

/** Where a card is, and whether its day there has passed. */
export function CardStateTag({ card: { state, isLate, contradicted } }: Shown): ReactNode {
  const { t } = useWords();
  return (
    <>
      <StatusTag tone={isLate ? 'late' : CARD_TONES[state]}>{t(`distribution:stateIs.${state}`)}</StatusTag>
      {contradicted > 0 && <span className="line small-print">{t('distribution:wantIs.contradicted')}</span>}
    </>
  );
}

/** Why it was not handed over, and whether that stands; what is missing is said. */
export function CardReasonShown({ card: { state, reason, isConfirmed, hasCase, isLate } }: Shown): ReactNode {
  const { t } = useWords();
  if (reason === '') {
    const isMissing = state === 'not_handed_over' || state === 'returned' || (state === 'at_place' && isLate);
    return isMissing ? <StatusTag tone="late">{t('distribution:reasonMissing')}</StatusTag> : '–';
  }
  return (
    <>
      {t(`distribution:reasonIs.${reason}`)}
      {(isConfirmed || hasCase) && (
        <span className="line small-print">
          {t(isConfirmed ? 'distribution:confirmed' : 'distribution:unconfirmed')}
        </span>
      )}
    </>
  );
}
