import { Select } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { CaseSanction } from '../../api/schemas';
import { FamilyLink } from '../../families/family-link';
import { useWords } from '../../shared/language/use-words';
import { PageHeading } from '../../shared/look/page-heading';
import { StatusTag, type Tone } from '../../shared/look/status-tag';
import { AnsweredList } from '../../shared/states/answered-list';
import { Empty } from '../../shared/states/empty';
import { DataTable } from '../../shared/table/data-table';
import { SanctionActs } from './sanction-acts';
import { sanctionsQuery } from './sanction-queries';

const TONES: Readonly<Record<CaseSanction['state'], Tone>> = {
  proposed: 'soon',
  verified: 'running',
  objected: 'soon',
  in_force: 'done',
  refused: 'refused',
  lapsed: 'neutral',
  lifted: 'neutral',
};
const STATES = Object.keys(TONES) as CaseSanction['state'][];

/** Families whom a case suspends or excludes: who decided, who verified, until when they may object, and what followed. */
export function CaseSanctionsPage(): ReactNode {
  const { t } = useWords();
  const [state, setState] = useState<CaseSanction['state']>();
  const query = useInfiniteQuery(sanctionsQuery(state));
  return (
    <div className="stack">
      <PageHeading
        title={t('follow-up:sanctions.title')}
        trail={
          <Link to="/follow-up" className="text-link">
            {t('desks.title')}
          </Link>
        }
      />
      <div className="row">
        <Select
          clearable
          aria-label={t('follow-up:sanctions.state')}
          placeholder={t('follow-up:sanctions.all')}
          value={state ?? null}
          data={STATES.map((value) => ({ value, label: t(`follow-up:sanctions.is.${value}`) }))}
          onChange={(chosen) => {
            setState(STATES.find((known) => known === chosen));
          }}
        />
      </div>
      <AnsweredList query={query} empty={<Empty>{t('follow-up:sanctions.none')}</Empty>}>
        {(sanctions) => <SanctionsTable sanctions={sanctions} />}
      </AnsweredList>
    </div>
  );
}

function SanctionsTable({ sanctions }: { readonly sanctions: readonly CaseSanction[] }): ReactNode {
  const { t, format, codeWord } = useWords();
  return (
    <DataTable
      caption={t('follow-up:sanctions.title')}
      rows={sanctions}
      keyOf={({ id }) => id}
      columns={[
        {
          name: t('case.family'),
          isHeader: true,
          cell: ({ kpmCode, familyCode }) => <FamilyLink code={familyCode}>{kpmCode}</FamilyLink>,
        },
        { name: t('case.place'), cell: ({ kelurahanName, kelurahanCode }) => kelurahanName ?? kelurahanCode },
        {
          name: t('follow-up:sanctions.kind'),
          cell: ({ kind, finding }) => (
            <span className="double">
              <span>{t(`follow-up:sanctions.kindIs.${kind}`)}</span>
              <span className="small-print">{codeWord('finding', finding)}</span>
            </span>
          ),
        },
        {
          name: t('follow-up:sanctions.state'),
          cell: ({ state, objection, reason }) => (
            <span className="double">
              <StatusTag tone={TONES[state]}>{t(`follow-up:sanctions.is.${state}`)}</StatusTag>
              {objection !== null && (
                <span className="small-print">{t('follow-up:sanctions.said', { text: objection })}</span>
              )}
              {reason !== null && (
                <span className="small-print">{t('follow-up:sanctions.because', { text: reason })}</span>
              )}
            </span>
          ),
        },
        {
          name: t('follow-up:sanctions.hands'),
          cell: ({ decider, verifier, settler }) =>
            [...new Set([decider, verifier, settler])].filter((name) => name !== null).join(', '),
        },
        {
          name: t('follow-up:sanctions.until'),
          cell: ({ state, dueOn, objectionUntil, answerDueOn }) => {
            const day = { proposed: dueOn, verified: objectionUntil, objected: answerDueOn }[state as string] ?? null;
            return day === null ? '–' : format.date(day);
          },
        },
        { name: t('follow-up:sanctions.act'), cell: (sanction) => <SanctionActs sanction={sanction} /> },
      ]}
    />
  );
}
