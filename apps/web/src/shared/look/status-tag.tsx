import {
  IconAlertTriangleFilled,
  IconCheck,
  IconCircle,
  IconCircleHalf2,
  IconClock,
  IconPlayerPause,
  type TablerIcon,
  IconX,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';

export type Tone = 'neutral' | 'running' | 'waiting' | 'done' | 'soon' | 'late' | 'refused';

const ICONS: Readonly<Record<Tone, TablerIcon>> = {
  neutral: IconCircle,
  running: IconCircleHalf2,
  waiting: IconPlayerPause,
  done: IconCheck,
  soon: IconClock,
  late: IconAlertTriangleFilled,
  refused: IconX,
};

/** A state as icon, word and colour, in that order of importance. It never looks like a button. */
export function StatusTag({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }): ReactNode {
  const Icon = ICONS[tone];
  const colour = tone === 'refused' ? 'late' : tone;
  return (
    <span className={`status-tag status-tag-${colour}`}>
      <Icon size={16} stroke={1.75} aria-hidden />
      <span>{children}</span>
    </span>
  );
}
