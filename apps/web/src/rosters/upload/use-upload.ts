import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { postFile } from '../../api/post-file';
import type { RosterFile, Task } from '../../api/schemas';

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
    mutationFn: (file: File) => postFile<RosterFile>(`/api/v1/tasks/${task.id}/${purpose}-files`, file, setSent),
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
