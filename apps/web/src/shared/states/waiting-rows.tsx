import { Skeleton } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useWords } from '../language/use-words';

const PATIENCE_MS = 200;

/** The outline of what is coming, after a moment in which most answers arrive. */
export function WaitingRows({ rows = 6 }: { readonly rows?: number }): ReactNode {
  const { t } = useWords();
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setIsLate(true);
    }, PATIENCE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  if (!isLate) return null;
  return (
    <div role="status" aria-label={t('state.loading')} className="waiting-rows">
      {Array.from({ length: rows }, (_row, index) => (
        <Skeleton key={index} height={40} />
      ))}
    </div>
  );
}
