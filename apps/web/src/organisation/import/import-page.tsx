import { Button, FileButton, Progress } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconFileUpload } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { postFile } from '../../api/post-file';
import type { OfficerImport } from '../../api/schemas';
import { may, useMe } from '../../auth/session';
import { useWords } from '../../shared/language/use-words';
import { Empty } from '../../shared/states/empty';
import { ProblemNotice } from '../../shared/states/problem-notice';
import { saveCsv } from '../../shared/table/csv';
import { ImportResult } from './import-result';
import { OrganisationHead } from '../organisation-head';
import '../../rosters/upload/upload.css';

const URL_OF_IMPORT = '/api/v1/organisation/imports';
const HEADER = ['USERNAME', 'NAMA', 'KANTOR', 'TINGKAT', 'KODE WILAYAH', 'PERAN', 'MULAI', 'SELESAI', 'KK', 'BAHASA'];
const EXAMPLE = [
  ...['lurah.contoh', 'Nama Pejabat', 'Kelurahan Contoh', 'kelurahan', '32.75.02.1002', 'lurah'],
  ...['01/06/2023', '', '', 'id'],
];

/** A list of officers: first checked, then taken as it was checked. */
export function ImportPage(): ReactNode {
  const { t } = useWords();
  const mayWrite = may(useMe(), 'organisation:write');
  return (
    <div className="stack">
      <OrganisationHead title={t('organisation:import.title')} here="import" mayWrite={mayWrite} />
      {mayWrite ? <Import /> : <Empty>{t('organisation:import.notYours')}</Empty>}
    </div>
  );
}

function Import(): ReactNode {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const [file, setFile] = useState<File>();
  const [sent, setSent] = useState(0);
  const check = useMutation({
    mutationFn: (chosen: File) => postFile<OfficerImport>(`${URL_OF_IMPORT}?check=true`, chosen, setSent),
  });
  const apply = useMutation({
    mutationFn: ({ chosen, sha256 }: { chosen: File; sha256: string }) =>
      postFile<OfficerImport>(`${URL_OF_IMPORT}?sha256=${sha256}`, chosen, setSent),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['organisation'] }),
  });
  const isSending = check.isPending || apply.isPending;
  const choose = (chosen: File | null | undefined): void => {
    if (chosen == null || isSending) return;
    apply.reset();
    setFile(chosen);
    setSent(0);
    check.mutate(chosen);
  };
  const answer = apply.data ?? check.data;
  return (
    <>
      <p>{t('organisation:import.about')}</p>
      <Drop isSending={isSending} sent={sent} onFile={choose} />
      {check.error !== null && <ProblemNotice error={check.error} />}
      {apply.error !== null && <ProblemNotice error={apply.error} />}
      {answer !== undefined && file !== undefined && !check.isPending && (
        <ImportResult
          answer={answer}
          fileName={file.name}
          isApplying={apply.isPending}
          onApply={() => {
            apply.mutate({ chosen: file, sha256: answer.sha256 });
          }}
        />
      )}
    </>
  );
}

interface DropProps {
  readonly isSending: boolean;
  readonly sent: number;
  readonly onFile: (file: File | null | undefined) => void;
}

function Drop({ isSending, sent, onFile }: DropProps): ReactNode {
  const { t } = useWords();
  const [isOver, setOver] = useState(false);
  return (
    <section
      className="file-drop"
      data-over={isOver || undefined}
      aria-label={t('organisation:import.file')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFile(event.dataTransfer.files[0]);
      }}
    >
      <IconFileUpload size={24} stroke={1.75} aria-hidden />
      <p className="small-print">{t('organisation:import.hint')}</p>
      <div className="row">
        <FileButton
          accept=".csv,.xlsx"
          inputProps={{ 'aria-label': t('organisation:import.choose') }}
          onChange={onFile}
        >
          {(props) => (
            <Button {...props} h={44} aria-disabled={isSending}>
              {t('organisation:import.choose')}
            </Button>
          )}
        </FileButton>
        <Button
          variant="default"
          h={44}
          onClick={() => {
            saveCsv(t('organisation:import.exampleName'), [HEADER, EXAMPLE]);
          }}
        >
          {t('organisation:import.example')}
        </Button>
      </div>
      {isSending && (
        <div className="file-progress" role="status">
          <p>{t('organisation:import.reading')}</p>
          <Progress value={Math.round(sent * 100)} animated aria-label={t('organisation:import.reading')} />
        </div>
      )}
    </section>
  );
}
