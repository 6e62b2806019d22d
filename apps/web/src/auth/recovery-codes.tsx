import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../shared/language/use-words';
import { Notice } from '../shared/states/notice';

interface Props {
  readonly codes: readonly string[];
  readonly onSaved: () => void;
}

/** Shown once, and no longer than until they are saved. */
export function RecoveryCodes({ codes, onSaved }: Props): ReactNode {
  const { t } = useWords();
  return (
    <>
      <Notice tone="soon">{t('auth:factor.codes')}</Notice>
      <ul>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div>
        <Button onClick={onSaved}>{t('auth:factor.done')}</Button>
      </div>
    </>
  );
}
