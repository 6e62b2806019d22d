import { type KeyboardEvent, useState } from 'react';
import type { Family } from '../../api/schemas';
import { type Asking, fitting, isListed, REASONS_OF } from './reasons';
import type { Selection } from './use-selection';
import type { Verdicts } from './use-verdicts';
import type { Mark } from './verdict-queue';

interface GridKeys {
  readonly active: number;
  readonly setActive: (index: number) => void;
  /** The verdict that waits for the digit of its reason. */
  readonly asking: Asking | undefined;
  readonly askReason: (index: number, asking: Asking) => void;
  readonly stopAsking: () => void;
  readonly mark: (mark: Mark) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

interface Facts {
  readonly families: readonly Family[];
  readonly verdicts: Verdicts;
  readonly selection: Selection;
  readonly isEditable: boolean;
  readonly onMove: (index: number) => void;
}

type Acts = Readonly<Record<string, () => void>>;

const PAGE = 10;

/** Keys of the verdict grid. Digits act on the chosen rows, or on the active one, and then go on to the next. */
export function useGridKeys({ families, verdicts, selection, isEditable, onMove }: Facts): GridKeys {
  const [active, setActive] = useState(0);
  const [asking, setAsking] = useState<Asking>();
  const last = Math.max(families.length - 1, 0);
  const move = (to: number): void => {
    const index = Math.min(Math.max(to, 0), last);
    setActive(index);
    onMove(index);
  };
  const mark = (given: Mark): void => {
    const chosen = families.filter(({ id }) => selection.ids.has(id));
    const meant = chosen.length > 0 ? chosen : families.slice(active, active + 1);
    if (given.verdict === 'eligible' && given.reason === undefined && meant.some(isListed)) {
      setAsking('eligible');
      return;
    }
    for (const some of [meant.filter(isListed), meant.filter((family) => !isListed(family))]) {
      const [first] = some;
      if (first !== undefined) verdicts.set(some, fitting(first, given));
    }
    setAsking(undefined);
    if (chosen.length > 0) selection.clear();
    else move(active + 1);
  };
  const acts: Acts = {
    ...movesFrom(active, last, move),
    Escape: () => {
      setAsking(undefined);
    },
    ...(isEditable ? editsOf(active, { mark, setAsking, verdicts, selection }) : {}),
    ...(asking === undefined ? {} : reasonsOf(asking, mark)),
  };
  return {
    ...{ active: Math.min(active, last), setActive, asking, mark },
    askReason: (index, verdict) => {
      setActive(index);
      setAsking(verdict);
    },
    stopAsking: () => {
      setAsking(undefined);
    },
    onKeyDown: (event) => {
      press(event, acts);
    },
  };
}

/** Where each key goes from here; whoever asks keeps within the list. */
const movesFrom = (active: number, last: number, move: (to: number) => void): Acts => {
  const targets = {
    ...{ j: active + 1, ArrowDown: active + 1, PageDown: active + PAGE, End: last },
    ...{ k: active - 1, ArrowUp: active - 1, PageUp: active - PAGE, Home: 0 },
  };
  return Object.fromEntries(
    Object.entries(targets).map(([key, to]) => [
      key,
      () => {
        move(to);
      },
    ]),
  );
};

interface Hands extends Pick<Facts, 'verdicts' | 'selection'> {
  readonly mark: (mark: Mark) => void;
  readonly setAsking: (asking: Asking) => void;
}

const editsOf = (active: number, { mark, setAsking, verdicts, selection }: Hands): Acts => ({
  '1': () => {
    mark({ verdict: 'eligible' });
  },
  '2': () => {
    setAsking('ineligible');
  },
  '3': () => {
    mark({ verdict: 'check' });
  },
  x: () => {
    selection.toggle(active);
  },
  X: () => {
    selection.extend(active);
  },
  u: () => {
    const [newest] = verdicts.undoable;
    if (newest !== undefined) verdicts.undo(newest);
  },
});

/** While a reason is asked for, a digit is the reason and no verdict. */
const reasonsOf = (asking: Asking, mark: (mark: Mark) => void): Acts =>
  Object.fromEntries(
    REASONS_OF[asking].map((reason, index) => [
      String(index + 1),
      () => {
        mark({ verdict: asking, reason });
      },
    ]),
  );

function press(event: KeyboardEvent, acts: Acts): void {
  const act = event.ctrlKey || event.altKey || event.metaKey ? undefined : acts[event.key];
  if (act === undefined) return;
  event.preventDefault();
  act();
}
