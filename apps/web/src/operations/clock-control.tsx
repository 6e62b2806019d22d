import { Button, Popover, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { answer, api } from '../api/client';
import { useCommand } from '../api/use-command';
import { useWords } from '../shared/language/use-words';
import { ProblemNotice } from '../shared/states/problem-notice';

const DAY_MS = 86_400_000;
const JAKARTA_MS = 7 * 3_600_000;
const dayAfter = (now: string): string =>
  new Date(new Date(now).getTime() + JAKARTA_MS + DAY_MS).toISOString().slice(0, 10);

/** Moves the sandbox calendar to the morning of a later day; deadlines and workflows follow. */
export function ClockControl({ now }: { readonly now: string }): ReactNode {
  const { t, format } = useWords();
  const [isOpen, setOpen] = useState(false);
  const [date, setDate] = useState('');
  const move = useCommand((input: { date: string }, key) =>
    answer(api.POST('/api/v1/sandbox/clock', { params: { header: { 'Idempotency-Key': key } }, body: input })),
  );
  const submit = (): void => {
    move.mutate(
      { date: date === '' ? dayAfter(now) : date },
      {
        onSuccess: () => {
          setOpen(false);
          setDate('');
        },
      },
    );
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom" trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          size="sm"
          onClick={() => {
            setOpen(!isOpen);
          }}
        >
          {t('sandbox.move')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('sandbox.move')}>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <TextInput
            type="date"
            label={t('sandbox.date')}
            description={t('sandbox.forwardOnly', { date: format.longDate(date === '' ? dayAfter(now) : date) })}
            min={dayAfter(now)}
            value={date === '' ? dayAfter(now) : date}
            onChange={(event) => {
              setDate(event.currentTarget.value);
            }}
          />
          {move.error !== null && <ProblemNotice error={move.error} />}
          <Button type="submit">{t('sandbox.move')}</Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
