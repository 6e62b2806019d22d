import { useState } from 'react';
import type { Family } from '../../api/schemas';

export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly toggle: (index: number) => void;
  /** Everything between the row that was chosen last and this one. */
  readonly extend: (index: number) => void;
  readonly all: () => void;
  readonly clear: () => void;
}

/** Rows chosen for one verdict. */
export function useSelection(shown: readonly Family[]): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [anchor, setAnchor] = useState(0);
  return {
    ids,
    toggle: (index) => {
      const id = shown[index]?.id;
      if (id === undefined) return;
      const next = new Set(ids);
      if (!next.delete(id)) next.add(id);
      setIds(next);
      setAnchor(index);
    },
    extend: (index) => {
      const part = shown.slice(Math.min(anchor, index), Math.max(anchor, index) + 1);
      setIds(new Set([...ids, ...part.map(({ id }) => id)]));
      setAnchor(index);
    },
    all: () => {
      setIds(new Set(shown.map(({ id }) => id)));
    },
    clear: () => {
      setIds(new Set());
    },
  };
}
