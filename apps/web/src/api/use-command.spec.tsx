import { useQuery } from '@tanstack/react-query';
import { act, screen, waitFor } from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import { anApi, good, refusal } from '../shared/testing/an-api';
import { openPage } from '../shared/testing/open-page';
import { markRead, unreadQuery } from '../notifications/notification-queries';
import { useCommand } from './use-command';

/** A number that stays, and beside it a page with the command that changes it. */
function Frame(): ReactNode {
  const [isHere, setHere] = useState(true);
  const { data } = useQuery(unreadQuery);
  return (
    <>
      <p>unread: {data?.unread}</p>
      {isHere && <Leaving onLeave={setHere} />}
    </>
  );
}

function Leaving({ onLeave }: { readonly onLeave: (isHere: boolean) => void }): ReactNode {
  const mark = useCommand(markRead);
  const send = (): void => {
    mark.mutate({ ids: ['1'] });
  };
  return (
    <>
      <button onClick={send}>mark</button>
      <button
        onClick={() => {
          send();
          onLeave(false);
        }}
      >
        mark and leave
      </button>
      <p>{mark.error?.message}</p>
    </>
  );
}

test('what a command changed is asked for again, though its page was left before the answer', async () => {
  let unread = 1;
  anApi(({ method }) => {
    if (method === 'POST') unread = 0;
    return good({ unread });
  });
  const user = await openPage(<Frame />);
  await screen.findByText('unread: 1');
  await user.click(screen.getByRole('button', { name: 'mark and leave' }));
  expect(screen.queryByRole('button', { name: 'mark' })).toBeNull();
  await screen.findByText('unread: 0');
});

test('it is sent once while it is on its way, and again after a refusal', async () => {
  const { sent } = anApi(({ method }) =>
    method === 'POST' ? refusal(409, 'CONFLICT', 'not now') : good({ unread: 1 }),
  );
  const user = await openPage(<Frame />);
  const button = await screen.findByRole('button', { name: 'mark' });
  act(() => {
    button.click();
    button.click();
  });
  await screen.findByText('not now');
  expect(sent('/read')).toHaveLength(1);
  await user.click(button);
  await waitFor(() => {
    expect(sent('/read')).toHaveLength(2);
  });
});
