import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { may, useMe } from '../auth/session';

interface Props {
  /** Null while the list is not sent: until then nobody is known as a family. */
  readonly code: string | null;
  readonly children: ReactNode;
}

/** What a row calls its family, as a link to all that is known of it; as mere text for those who read no lists. */
export function FamilyLink({ code, children }: Props): ReactNode {
  const me = useMe();
  if (code === null || !may(me, 'roster:read')) return children;
  return (
    <Link to="/families/$code" params={{ code }} className="text-link">
      {children}
    </Link>
  );
}
