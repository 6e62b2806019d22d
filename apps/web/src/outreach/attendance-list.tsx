import { Button, Select } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { OutreachFamily, OutreachSessionDetails } from '../api/schemas';
import { useCommand } from '../api/use-command';
import { FamilyLink } from '../families/family-link';
import { useWords } from '../shared/language/use-words';
import { OpenedForm } from '../shared/look/opened-form';
import { AnsweredList } from '../shared/states/answered-list';
import { Empty } from '../shared/states/empty';
import { announce } from '../shared/states/live-region';
import { ProblemNotice } from '../shared/states/problem-notice';
import { DataTable } from '../shared/table/data-table';
import { ListTools } from '../shared/table/list-tools';
import { WholeListLink } from '../shared/table/whole-list-link';
import { AddFamilyForm, InviteForm } from './invite-forms';
import { ATTENDANCE_VIEWS, type FamilyFilter, markAttendance, outreachFamiliesQuery } from './outreach-queries';
import { SessionPapers } from './session-papers';

const ATTENDANCES = ['present', 'represented', 'absent'] as const;

interface Props {
  readonly session: OutreachSessionDetails;
  /** The day has come, and the reader holds sessions here. */
  readonly mayMark: boolean;
}

/** Who is invited and who came: masked on the screen, by name on paper. */
export function AttendanceList({ session, mayMark }: Props): ReactNode {
  const { t } = useWords();
  const [filter, setFilter] = useState<FamilyFilter>({});
  const query = useInfiniteQuery(outreachFamiliesQuery(session.id, filter));
  const isFiltered = filter.view !== undefined || filter.text !== undefined;
  return (
    <section className="stack" aria-label={t('outreach:families')}>
      <h2>{t('outreach:families')}</h2>
      {session.mayHold && (
        <OpenedForm name={t('outreach:invite')}>
          {(close) => <InviteForm session={session} onClose={close} />}
        </OpenedForm>
      )}
      {session.mayName && session.invited > 0 && <SessionPapers session={session} />}
      {mayMark && (
        <OpenedForm name={t('outreach:add')}>
          {(close) => <AddFamilyForm sessionId={session.id} onClose={close} />}
        </OpenedForm>
      )}
      {mayMark && session.invited > 0 && <RestAbsent sessionId={session.id} />}
      <FamilyTools filter={filter} onFilter={setFilter} />
      <WholeListLink path={`/outreach/sessions/${session.id}/families/xlsx`} query={{ ...filter }} />
      <AnsweredList query={query} empty={<Empty>{t(isFiltered ? 'table.noResult' : 'outreach:noFamilies')}</Empty>}>
        {(families) => <FamiliesTable families={families} sessionId={session.id} mayMark={mayMark} />}
      </AnsweredList>
    </section>
  );
}

interface Listed {
  readonly sessionId: string;
  readonly mayMark: boolean;
}

function FamiliesTable({ families, ...listed }: Listed & { readonly families: readonly OutreachFamily[] }): ReactNode {
  const { t } = useWords();
  return (
    <DataTable
      caption={t('outreach:families')}
      rows={families}
      keyOf={({ id }) => id}
      columns={[
        {
          name: t('outreach:family'),
          isHeader: true,
          cell: ({ familyCode, kpmCode, nikMasked, isAdded }) => (
            <>
              <FamilyLink code={familyCode}>{kpmCode}</FamilyLink>
              <span className="small-print">
                {' '}
                {[nikMasked, isAdded && t('outreach:isAdded')].filter(Boolean).join(', ')}
              </span>
            </>
          ),
        },
        { name: t('outreach:rtRw'), cell: ({ rtRw }) => rtRw ?? '–' },
        {
          name: t('outreach:transacted'),
          cell: ({ hasTransacted }) => t(hasTransacted ? 'outreach:hasTransacted' : 'outreach:hasNot'),
        },
        { name: t('outreach:attendance'), cell: (family) => <Attended family={family} {...listed} /> },
      ]}
    />
  );
}

function Attended({ family, sessionId, mayMark }: Listed & { readonly family: OutreachFamily }): ReactNode {
  const { t } = useWords();
  const command = useCommand(markAttendance(sessionId));
  const { id, kpmCode, attendance, noter } = family;
  if (!mayMark) {
    return (
      <>
        {t(`outreach:attendanceIs.${attendance ?? 'unnoted'}`)}
        {noter !== null && <span className="small-print"> {t('outreach:notedBy', { noter })}</span>}
      </>
    );
  }
  return (
    <>
      {command.error !== null && <ProblemNotice error={command.error} />}
      <Select
        aria-label={t('outreach:attendanceOf', { family: kpmCode })}
        placeholder={t('outreach:attendanceIs.unnoted')}
        allowDeselect={false}
        data={ATTENDANCES.map((value) => ({ value, label: t(`outreach:attendanceIs.${value}`) }))}
        value={attendance}
        onChange={(value) => {
          const chosen = ATTENDANCES.find((one) => one === value);
          if (chosen !== undefined) command.mutate({ families: [id], attendance: chosen });
        }}
      />
    </>
  );
}

function RestAbsent({ sessionId }: { readonly sessionId: string }): ReactNode {
  const { t } = useWords();
  const command = useCommand(markAttendance(sessionId));
  return (
    <div>
      {command.error !== null && <ProblemNotice error={command.error} />}
      <Button
        h={44}
        variant="default"
        aria-disabled={command.isPending}
        onClick={() => {
          command.mutate(
            { rest: 'absent' },
            {
              onSuccess: () => {
                announce(t('outreach:done'));
              },
            },
          );
        }}
      >
        {t('outreach:rest')}
      </Button>
    </div>
  );
}

interface Tools {
  readonly filter: FamilyFilter;
  readonly onFilter: (filter: FamilyFilter) => void;
}

function FamilyTools({ filter, onFilter }: Tools): ReactNode {
  const { t } = useWords();
  return (
    <ListTools
      hint={t('outreach:familyHint')}
      text={filter.text}
      onSearch={(text) => {
        onFilter({ ...filter, text });
      }}
      choices={[
        {
          label: t('outreach:attendance'),
          value: filter.view,
          offered: ATTENDANCE_VIEWS.map((value) => ({ value, label: t(`outreach:attendanceIs.${value}`) })),
          onChoose: (value) => {
            onFilter({ ...filter, view: ATTENDANCE_VIEWS.find((one) => one === value) });
          },
        },
      ]}
    />
  );
}
