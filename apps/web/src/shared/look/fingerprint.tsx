import type { ReactNode } from 'react';

/** A hash as people compare it: the first and the last digits, the whole on hovering and for copying. */
export function Fingerprint({ hash }: { readonly hash: string }): ReactNode {
  return (
    <code title={hash}>
      {hash.slice(0, 6)}…{hash.slice(-4)}
    </code>
  );
}
