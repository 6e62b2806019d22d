import type { ReactNode } from 'react';
import type { Doubt } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';

/** How alike the two records are, field by field; nothing of what they hold. */
export function Likeness({ doubt }: { readonly doubt: Doubt }): ReactNode {
  const { t } = useWords();
  if (doubt.kind === 'excluded') return '–';
  if (!doubt.hasOther) return <span className="small-print">{t('doubt.noOther')}</span>;
  return doubt.likeness.map(({ field, likeness, letters }) => (
    <span key={field} className="line">
      {t(`doubt.field.${field}`)}:{' '}
      {likeness === 'same' ? t('doubt.alike.same') : <strong>{t(`doubt.alike.${likeness}`, { letters })}</strong>}
    </span>
  ));
}
