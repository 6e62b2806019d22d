import type { ReactNode } from 'react';
import './dashboard.css';

interface Props {
  /** From 0 to 1. */
  readonly at: number;
  /** Where it was before, joined to the dot by a line. */
  readonly before?: number | undefined;
}

const percent = (share: number): string => `${(Math.min(Math.max(share, 0), 1) * 100).toFixed(1)}%`;

/** A dot on a line from nothing to all; the figures stand in the cells beside it. */
export function DotLine({ at, before }: Props): ReactNode {
  return (
    <span className="dot-line" aria-hidden>
      {before !== undefined && (
        <>
          <span
            className="dot-span"
            style={{ left: percent(Math.min(at, before)), width: percent(Math.abs(at - before)) }}
          />
          <span className="dot dot-before" style={{ left: percent(before) }} />
        </>
      )}
      <span className="dot" style={{ left: percent(at) }} />
    </span>
  );
}

/** A bar from nothing to the longest of its list. */
export function ShareBar({ share }: { readonly share: number }): ReactNode {
  return (
    <span className="share-line" aria-hidden>
      <span className="share-bar" style={{ width: percent(share) }} />
    </span>
  );
}
