import { Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { FamilyRecord } from '../api/schemas';
import { matchTone } from '../rosters/match-tone';
import { useWords } from '../shared/language/use-words';
import { StatusTag, type Tone } from '../shared/look/status-tag';
import { DataTable } from '../shared/table/data-table';

type Listing = FamilyRecord['listings'][number];

const VERDICT_TONES: Readonly<Record<NonNullable<Listing['verdict']>, Tone>> = {
  eligible: 'done',
  ineligible: 'refused',
  check: 'soon',
};
const ROW_TONES: Readonly<Record<Listing['state'], Tone>> = {
  valid: 'done',
  warning: 'soon',
  invalid: 'refused',
  duplicate: 'refused',
};

/** Every version of every list that names the family, newest first, with what was said of it. */
export function FamilyListings({ family }: { readonly family: FamilyRecord }): ReactNode {
  const { t, codeWord } = useWords();
  return (
    <section className="stack" aria-labelledby="family-listings">
      <Title order={2} size="h3" id="family-listings">
        {t('families:listings')}
      </Title>
      <DataTable
        caption={t('families:listings')}
        rows={family.listings}
        keyOf={({ rowId }) => rowId}
        columns={[
          {
            name: t('families:period'),
            isHeader: true,
            cell: ({ periodCode, rosterId, kelurahanCode }) => (
              <Link
                to="/rosters/$rosterId"
                params={{ rosterId }}
                search={kelurahanCode === null ? {} : { kelurahanCode }}
                className="text-link no-break"
              >
                {periodCode}
              </Link>
            ),
          },
          {
            name: t('families:inList'),
            cell: ({ kpmCode, version }) => t('families:version', { kpm: kpmCode ?? '–', version }),
          },
          { name: t('families:knownBy'), cell: ({ linkedBy }) => t(`families:linkedBy.${linkedBy}`) },
          {
            name: t('roster.row'),
            cell: ({ state }) => <StatusTag tone={ROW_TONES[state]}>{t(`rowState.${state}`)}</StatusTag>,
          },
          {
            name: t('roster.match'),
            cell: ({ matchResult }) =>
              matchResult === null ? (
                '–'
              ) : (
                <StatusTag tone={matchTone(matchResult)}>{codeWord('match', matchResult)}</StatusTag>
              ),
          },
          { name: t('verdict.column.verdict'), cell: (listing) => <SaidVerdict listing={listing} /> },
        ]}
      />
    </section>
  );
}

function SaidVerdict({ listing: { verdict, verdictReason, verdictAt } }: { readonly listing: Listing }): ReactNode {
  const { t, format, codeWord } = useWords();
  if (verdict === null) return t('verdict.none');
  return (
    <>
      <StatusTag tone={VERDICT_TONES[verdict]}>{t(`verdict.${verdict}`)}</StatusTag>
      <span className="line small-print">
        {[
          verdictReason === null ? '' : codeWord('reason', verdictReason),
          verdictAt === null ? '' : format.dateTime(verdictAt),
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </span>
    </>
  );
}
