import { IconAlertTriangleFilled, IconCheck, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';

const ICONS = { running: IconInfoCircle, done: IconCheck, soon: IconAlertTriangleFilled } as const;

interface Props {
  readonly tone: keyof typeof ICONS;
  readonly children: ReactNode;
}

/** A calm message inside the page; it stays until the state it tells of has passed. */
export function Notice({ tone, children }: Props): ReactNode {
  const Icon = ICONS[tone];
  return (
    <div role="status" className={`notice notice-${tone}`}>
      <Icon size={20} aria-hidden />
      <div>{children}</div>
    </div>
  );
}
