import { Button, FileButton } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { postFile } from '../../api/post-file';
import { useWords } from '../../shared/language/use-words';
import { ProblemNotice } from '../../shared/states/problem-notice';

/** Lays a paper or photo beside the task; the same file again finds the first. */
export function AttachFile({ taskId }: { readonly taskId: string }): ReactNode {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const attach = useMutation({
    mutationFn: (file: File) => postFile(`/api/v1/tasks/${taskId}/attachments`, file),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['tasks'] }),
  });
  return (
    <div className="stack">
      <FileButton
        accept=".pdf,.png,.jpg,.jpeg"
        inputProps={{ 'aria-label': t('life.attach') }}
        onChange={(file) => {
          if (file !== null && !attach.isPending) attach.mutate(file);
        }}
      >
        {(props) => (
          <Button
            {...props}
            variant="default"
            h={44}
            leftSection={<IconPaperclip size={20} stroke={1.75} aria-hidden />}
            aria-disabled={attach.isPending}
          >
            {t('life.attach')}
          </Button>
        )}
      </FileButton>
      <p className="small-print">{t('life.attachHint')}</p>
      {attach.error !== null && <ProblemNotice error={attach.error} />}
    </div>
  );
}
