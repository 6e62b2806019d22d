import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { FamilyRecord } from '../api/schemas';
import { may, useMe } from '../auth/session';
import { FamilyCards } from '../distribution/cards/family-cards';
import { RevealDialog } from '../rosters/reveal/reveal-dialog';
import { useWords } from '../shared/language/use-words';
import { Facts } from '../shared/look/facts';
import { PageHeading } from '../shared/look/page-heading';
import { Answered } from '../shared/states/answered';
import { FamilyCases } from './family-cases';
import { FamilyChanges } from './changes/family-changes';
import { FamilyHistory } from './family-history';
import { FamilyListings } from './family-listings';
import { FamilyPayments } from './family-payments';
import { familyQuery } from './family-queries';

/** A code that is broken in two is read wrongly; typed with these hyphens it is the same code. */
const NO_BREAK = '\u2011';

/** All that is known of one family, masked: where it was listed, what was decided, paid and followed up. */
export function FamilyView({ code }: { readonly code: string }): ReactNode {
  const { t } = useWords();
  const me = useMe();
  const query = useQuery(familyQuery(code));
  return (
    <div className="stack">
      <PageHeading
        title={t('families:title', { code: code.replaceAll('-', NO_BREAK) })}
        trail={
          may(me, 'family:search') && (
            <Link to="/families" className="text-link">
              {t('room.families')}
            </Link>
          )
        }
      />
      <Answered query={query}>
        {(family) => (
          <>
            <FamilyFacts family={family} />
            {family.elsewhere > 0 && (
              <p className="small-print">{t('families:elsewhere', { count: family.elsewhere })}</p>
            )}
            <FamilyListings family={family} />
            {family.payments !== null && <FamilyPayments payments={family.payments} />}
            {family.cases !== null && <FamilyCases cases={family.cases} />}
            {may(me, 'card:read') && <FamilyCards code={family.code} />}
            <FamilyChanges code={family.code} />
            <FamilyHistory family={family} />
          </>
        )}
      </Answered>
    </div>
  );
}

function FamilyFacts({ family }: { readonly family: FamilyRecord }): ReactNode {
  const { t, format } = useWords();
  const place = [family.kelurahanName ?? family.kelurahanCode, family.rtRw].filter(Boolean).join(', ');
  return (
    <Facts
      facts={[
        [
          'NIK',
          <span key="nik" className="row">
            {family.nikMasked} <RevealDialog rowId={family.rowId} name={family.code} />
          </span>,
        ],
        [t('families:where'), place || '–'],
        [t('families:account'), family.accounts[0]?.accountMasked ?? '–'],
        [t('families:since'), format.date(family.since)],
      ]}
    />
  );
}
