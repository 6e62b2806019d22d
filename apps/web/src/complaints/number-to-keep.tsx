import type { ReactNode } from 'react';
import type { TakenComplaint } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import { Facts } from '../shared/look/facts';
import { Notice } from '../shared/states/notice';

/** What whoever complained takes home: the only time that the secret is shown. */
export function NumberToKeep({ taken: { number, secret, dueOn } }: { readonly taken: TakenComplaint }): ReactNode {
  const { t, format } = useWords();
  return (
    <>
      <div role="status">
        <Notice tone="done">{t('complaints:sent', { number })}</Notice>
      </div>
      <Facts
        facts={[
          [t('complaints:number'), <strong key="number">{number}</strong>],
          [t('complaints:secret'), <strong key="secret">{secret}</strong>],
          [t('complaints:dueOn'), format.date(dueOn)],
        ]}
      />
      <p>{t('complaints:keep')}</p>
    </>
  );
}
