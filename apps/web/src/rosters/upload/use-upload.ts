import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf, ProblemError } from '../../api/problem';
import type { RosterFile, Task } from '../../api/schemas';
import { currentLanguage } from '../../shared/language/language';

export type Purpose = 'roster' | 'identity';

interface Upload {
  readonly send: (file: File) => void;
  readonly file: File | undefined;
  /** Bytes sent of all, from 0 to 1; the rows are judged after the last byte. */
  readonly sent: number;
  readonly isSending: boolean;
  readonly error: Error | null;
  readonly answer: RosterFile | undefined;
}

/** Sends one file of a task. The same file again finds the first answer, so a retry is safe. */
export function useUpload(task: Task, purpose: Purpose): Upload {
  const queryClient = useQueryClient();
  const [sent, setSent] = useState(0);
  const upload = useMutation({
    mutationFn: (file: File) => post(`/api/v1/tasks/${task.id}/${purpose}-files`, file, setSent),
    onSettled: async () => {
      await queryClient.invalidateQueries({ queryKey: ['roster', task.subjectId] });
      await queryClient.invalidateQueries({ queryKey: ['tasks'] });
    },
  });
  return {
    send: (file) => {
      setSent(0);
      upload.mutate(file);
    },
    file: upload.variables,
    sent,
    isSending: upload.isPending,
    error: upload.error,
    answer: upload.data,
  };
}

/** By XMLHttpRequest, because `fetch` does not tell how much of a body has gone. */
async function post(url: string, file: File, onSent: (share: number) => void): Promise<RosterFile> {
  const body = new FormData();
  body.append('file', file);
  const request = new XMLHttpRequest();
  request.open('POST', url);
  request.setRequestHeader('Accept-Language', currentLanguage());
  request.responseType = 'json';
  request.upload.onprogress = ({ loaded, total }) => {
    onSent(total === 0 ? 1 : loaded / total);
  };
  await new Promise<void>((done, fail) => {
    request.onload = () => {
      done();
    };
    request.onerror = () => {
      fail(new Error('the upload did not reach the server'));
    };
    request.send(body);
  });
  if (request.status >= 400) throw new ProblemError(problemOf(request.response, request.status));
  return request.response as RosterFile;
}
