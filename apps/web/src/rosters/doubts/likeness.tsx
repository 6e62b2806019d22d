import type { ReactNode } from 'react';
import type { Doubt } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { comparesRecords } from './doubt-tones';

/** How alike the two records are, field by field; nothing of what they hold. */
export function Likeness({ doubt }: { readonly doubt: Doubt }): ReactNode {
  const { t } = useWords();
  if (!comparesRecords(doubt.kind)) return '–';
  if (!doubt.hasOther) return <span className="small-print">{t('families:doubt.noOther')}</span>;
  return doubt.likeness.map(({ field, likeness, letters }) => (
    <span key={field} className="line">
      {t(`families:doubt.field.${field}`)}:{' '}
      {likeness === 'same' ? (
        t('families:doubt.alike.same')
      ) : (
        <strong>{t(`families:doubt.alike.${likeness}`, { letters })}</strong>
      )}
    </span>
  ));
}
