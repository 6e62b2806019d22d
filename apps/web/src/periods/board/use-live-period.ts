import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

/** Whether figures arrive by themselves; false while the stream is down and the page may be behind. */
export function useLivePeriod(periodId: string): boolean {
  const queryClient = useQueryClient();
  const [isLive, setLive] = useState(true);
  useEffect(() => {
    const stream = new EventSource(`/api/v1/periods/${periodId}/events`);
    const refetch = (): void => {
      void queryClient.invalidateQueries({ queryKey: ['period', periodId] });
    };
    stream.addEventListener('moved', refetch);
    stream.onopen = () => {
      setLive(true);
      refetch();
    };
    stream.onerror = () => {
      setLive(false);
    };
    return () => {
      stream.close();
    };
  }, [periodId, queryClient]);
  return isLive;
}
