import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { may, useMe } from '../auth/session';
import { useWords } from '../shared/language/use-words';

const CITY = 5;

interface Families {
  readonly of: { readonly periodId: string; readonly territoryCode: string; readonly states: string };
  readonly families: number;
}

/** A number of families that opens them; none opens nothing. */
export function FamiliesOf({ of: { periodId, ...search }, families }: Families): ReactNode {
  const { format } = useWords();
  if (families === 0) return format.count(families);
  return (
    <Link to="/periods/$periodId/entitlements" params={{ periodId }} search={search} className="text-link">
      {format.count(families)}
    </Link>
  );
}

interface Followed {
  readonly of: { readonly periodId: string; readonly territoryCode: string; readonly reason?: string };
  readonly cases: number;
}

/** A number of open follow-ups that opens them, of one reason or all, for who follows up; none opens nothing. */
export function CasesOf({ of: { periodId, ...search }, cases }: Followed): ReactNode {
  const { format } = useWords();
  const me = useMe();
  if (cases === 0 || !may(me, 'follow-up:read')) return format.count(cases);
  return (
    <Link
      to="/periods/$periodId/cases"
      params={{ periodId }}
      search={{ ...search, state: 'open' }}
      className="text-link"
    >
      {format.count(cases)}
    </Link>
  );
}

/** A number of open breaks that opens them; none opens nothing. */
export function BreaksOf({
  of: { periodId, territoryCode },
  breaks,
}: {
  readonly of: Place;
  readonly breaks: number;
}): ReactNode {
  const { format } = useWords();
  if (breaks === 0) return format.count(breaks);
  return (
    <Link
      to="/periods/$periodId/breaks"
      params={{ periodId }}
      search={{ territoryCode, state: 'open' }}
      className="text-link"
    >
      {format.count(breaks)}
    </Link>
  );
}

interface Place {
  readonly periodId: string;
  readonly territoryCode: string;
}

/** Opens the statement of the territory's money, which holds the ledger against the families' rows. */
export function StatementLink({ periodId, territoryCode }: Place): ReactNode {
  const { t } = useWords();
  if (territoryCode.length < CITY) {
    return (
      <Link
        to="/periods/$periodId/money"
        params={{ periodId }}
        search={{ within: territoryCode }}
        className="text-link"
      >
        {t('money.open')}
      </Link>
    );
  }
  const cityCode = territoryCode.slice(0, CITY);
  const isWhole = territoryCode === cityCode;
  return (
    <Link
      to="/periods/$periodId/cities/$cityCode/money"
      params={{ periodId, cityCode }}
      search={isWhole ? {} : { level: 'kelurahan', within: territoryCode }}
      className="text-link"
    >
      {t('money.open')}
    </Link>
  );
}

/** Opens the dashboard of a territory; a sorting goes along. */
export function TerritoryLink({
  periodId,
  territoryCode,
  sort,
  children,
}: Place & { readonly sort?: string | undefined; readonly children: ReactNode }): ReactNode {
  return (
    <Link
      to="/periods/$periodId/dashboard"
      params={{ periodId }}
      search={{ territory: territoryCode, ...(sort === undefined ? {} : { sort }) }}
      className="text-link"
    >
      {children}
    </Link>
  );
}
