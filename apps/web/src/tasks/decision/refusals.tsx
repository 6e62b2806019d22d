import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Refusal } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';

/** Why not, and which office can instead. */
export function Refusals({ id, refusals }: { readonly id: string; readonly refusals: readonly Refusal[] }): ReactNode {
  const { t } = useWords();
  return (
    <div id={id} className="refusals">
      <p>{t('task.refused')}</p>
      <ul>
        {refusals.map(({ code, message }) => (
          <li key={code}>
            <IconX size={16} stroke={1.75} aria-hidden />
            <span>
              {message} <span className="small-print">({code})</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
