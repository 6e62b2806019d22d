import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Notice } from '../../shared/states/notice';
import { ProblemNotice } from '../../shared/states/problem-notice';
import { saveFile } from '../../shared/table/save-file';

interface Props {
  readonly fetch: () => Promise<Blob>;
  readonly fileName: string;
  readonly send: string;
  readonly done: string;
}

/** Fetches a letter with a code, which is shown nowhere else. */
export function LetterButton({ fetch, fileName, send, done }: Props): ReactNode {
  const fetched = useMutation({
    mutationFn: fetch,
    onSuccess: (letter) => {
      saveFile(letter, fileName);
    },
  });
  return (
    <>
      {fetched.error !== null && <ProblemNotice error={fetched.error} />}
      {fetched.isSuccess && <Notice tone="done">{done}</Notice>}
      <div className="row">
        <Button
          h={44}
          aria-disabled={fetched.isPending}
          onClick={() => {
            if (!fetched.isPending) fetched.mutate();
          }}
        >
          {send}
        </Button>
      </div>
    </>
  );
}
