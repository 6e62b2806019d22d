import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Break, PayerScore } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';

type Of = Pick<PayerScore, 'periodId' | 'payer' | 'channel'>;

const CREDITED = 'credited,transacted,not_transacted,held,returned';
const FAILED = 'failed,reissued';

interface Families {
  readonly of: Of;
  readonly search: { readonly states?: string; readonly reason?: string; readonly isIdle?: boolean };
  readonly children: ReactNode;
}

/** Opens the families that a number counts. */
export function FamiliesLink({ of: { periodId, payer, channel }, search, children }: Families): ReactNode {
  return (
    <Link
      to="/periods/$periodId/entitlements"
      params={{ periodId }}
      search={{ payer, channel, ...search }}
      className="text-link"
    >
      {children}
    </Link>
  );
}

export const creditedFamilies = { states: CREDITED };
export const failedFamilies = (reason?: string | null) => ({
  states: FAILED,
  ...(reason === undefined ? {} : { reason: reason ?? '-' }),
});

interface Breaks {
  readonly of: Of;
  readonly type?: Break['type'];
  readonly state?: Break['state'];
  readonly count: number;
}

/** Opens the breaks that a number counts. */
export function BreaksLink({ of: { periodId, payer, channel }, type, state, count }: Breaks): ReactNode {
  const { format } = useWords();
  const search = { payer, channel, ...(type && { type }), ...(state && { state }) };
  return (
    <Link to="/periods/$periodId/breaks" params={{ periodId }} search={search} className="text-link">
      {format.count(count)}
    </Link>
  );
}

interface Files {
  readonly of: Of;
  readonly search?: { readonly kind?: string; readonly state?: string; readonly isLate?: boolean };
  readonly children: ReactNode;
}

/** Opens the files that a number counts. */
export function FilesLink({ of: { periodId, payer, channel }, search = {}, children }: Files): ReactNode {
  return (
    <Link to="/bank-files" search={{ periodId, payer, channel, ...search }} className="text-link">
      {children}
    </Link>
  );
}
