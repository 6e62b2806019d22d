import { Button, FileButton, Select, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { postFile } from '../../api/post-file';
import type { CheckListLoaded } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { Notice } from '../../shared/states/notice';
import { ProblemNotice } from '../../shared/states/problem-notice';
import { kindsQuery } from './check-list-queries';

const SHORTEST_SOURCE = 5;

interface Terms {
  readonly kind: string;
  readonly source: string;
  readonly listedOn: string;
  readonly validFrom: string;
  readonly validTo: string;
}

const BLANK: Terms = { kind: '', source: '', listedOn: '', validFrom: '', validTo: '' };
const DAYS = ['listedOn', 'validFrom', 'validTo'] as const;

const isWhole = ({ source, ...rest }: Terms): boolean =>
  source.trim().length >= SHORTEST_SOURCE && Object.values(rest).every((value) => value !== '');

/** What is said of a list, and its file: sent together, kept whole or not at all. */
export function LoadForm(): ReactNode {
  const { t } = useWords();
  const { data: kinds = [] } = useQuery(kindsQuery());
  const [terms, setTerms] = useState(BLANK);
  const load = useLoad(terms);
  return (
    <section className="panel stack" aria-labelledby="load-check-list">
      <Title order={2} size="h4" id="load-check-list">
        {t('families:checkList.load')}
      </Title>
      <Select
        label={t('families:checkList.kind')}
        data={kinds.map(({ kind, name }) => ({ value: kind, label: name }))}
        value={terms.kind === '' ? null : terms.kind}
        onChange={(kind) => {
          setTerms({ ...terms, kind: kind ?? '' });
        }}
      />
      <TextInput
        label={t('families:checkList.source')}
        description={t('families:checkList.sourceHint')}
        maxLength={200}
        value={terms.source}
        onChange={(event) => {
          setTerms({ ...terms, source: event.currentTarget.value });
        }}
      />
      <div className="row">
        {DAYS.map((day) => (
          <TextInput
            key={day}
            type="date"
            label={t(`families:checkList.${day}`)}
            value={terms[day]}
            onChange={(event) => {
              setTerms({ ...terms, [day]: event.currentTarget.value });
            }}
          />
        ))}
      </div>
      <Send isReady={isWhole(terms)} load={load} />
      {load.error !== null && <ProblemNotice error={load.error} />}
      {load.data !== undefined && <Done answer={load.data} />}
    </section>
  );
}

function useLoad({ source, ...rest }: Terms) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (file: File) => {
      const query = new URLSearchParams({ ...rest, source: source.trim() });
      return postFile<CheckListLoaded>(`/api/v1/check-lists?${query.toString()}`, file);
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['check-lists'] }),
  });
}

interface SendProps {
  readonly isReady: boolean;
  readonly load: ReturnType<typeof useLoad>;
}

function Send({ isReady, load }: SendProps): ReactNode {
  const { t } = useWords();
  const mayChoose = isReady && !load.isPending;
  return (
    <div>
      <p className="small-print">{t('families:checkList.fileHint')}</p>
      {!isReady && <p className="small-print">{t('families:checkList.missing')}</p>}
      {mayChoose ? (
        <FileButton
          accept=".csv,.xlsx"
          inputProps={{ 'aria-label': t('families:checkList.choose') }}
          onChange={(file) => {
            if (file !== null) load.mutate(file);
          }}
        >
          {(props) => <Button {...props}>{t('families:checkList.choose')}</Button>}
        </FileButton>
      ) : (
        <Button aria-disabled>{t('families:checkList.choose')}</Button>
      )}
      {load.isPending && <p role="status">{t('families:checkList.loading', { file: load.variables.name })}</p>}
    </div>
  );
}

function Done({ answer: { list, isNew, skippedRows } }: { readonly answer: CheckListLoaded }): ReactNode {
  const { t, format } = useWords();
  return (
    <Notice tone={skippedRows.length > 0 ? 'soon' : 'done'}>
      {t(isNew ? 'families:checkList.done' : 'families:checkList.known', {
        file: list.fileName,
        entries: format.count(list.entries),
      })}{' '}
      {skippedRows.length > 0 && t('families:checkList.skippedRows', { rows: skippedRows.join(', ') })}
    </Notice>
  );
}
