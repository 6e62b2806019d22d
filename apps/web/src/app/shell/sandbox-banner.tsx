import { IconFlask } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense } from 'react';
import { may, useMe } from '../../auth/session';
import { clockQuery } from '../../operations/operation-queries';
import { useWords } from '../../shared/language/use-words';

const ClockControl = lazy(async () => ({ default: (await import('../../operations/clock-control')).ClockControl }));

/** Says on every page that people and money here are made up, and which day the programme has. */
export function SandboxBanner(): ReactNode {
  const { t, format } = useWords();
  const me = useMe();
  const { data } = useQuery({ ...clockQuery, enabled: me.sandbox });
  if (!me.sandbox) return null;
  const now = data?.now ?? me.now;
  return (
    <aside className="sandbox-banner" aria-label={t('sandbox.label')}>
      <span>
        <IconFlask size={20} stroke={1.75} aria-hidden />
        {t('sandbox.sample')} <strong>{format.longDate(now)}</strong>
      </span>
      <Suspense>{may(me, 'operations:act') && <ClockControl now={now} />}</Suspense>
    </aside>
  );
}
