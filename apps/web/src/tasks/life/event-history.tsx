import { Button, Textarea, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { TaskDetail } from '../../api/schemas';
import { usePlanningWords } from '../../shared/language/use-planning-words';
import { useWords } from '../../shared/language/use-words';
import { ProblemNotice } from '../../shared/states/problem-notice';
import { useLife } from './use-life';

type Happened = TaskDetail['events'][number];

/** What happened to the task and what was said about it, oldest first; whoever works on it may add a comment. */
export function EventHistory({ detail }: { readonly detail: TaskDetail }): ReactNode {
  const { t } = useWords();
  const { task, events, actions } = detail;
  return (
    <section className="panel stack" aria-labelledby="task-events">
      <Title order={2} size="h3" id="task-events">
        {t('life.history')}
      </Title>
      {events.length === 0 && <p className="small-print">{t('life.noHistory')}</p>}
      <ol className="event-list">
        {events.map((event) => (
          <EventLine key={event.id} event={event} />
        ))}
      </ol>
      {actions.life.comment.allowed && <CommentForm taskId={task.id} />}
    </section>
  );
}

function EventLine({ event }: { readonly event: Happened }): ReactNode {
  const { t, format } = useWords();
  const say = usePlanningWords();
  const { until, dueOn, to, roles } = event;
  return (
    <li>
      <p>
        {event.step === null ? t(`life.done.${event.event}`) : say(`step.${event.step}`)}
        {roles.length > 0 && `: ${roles.map((role) => t(`common:role.${role}`)).join(', ')}`}
        {to.length > 0 && ` ${t('life.to', { names: to.join(', ') })}`}
        {until !== null && ` ${t('life.untilDay', { date: format.date(until) })}`}
        {dueOn !== null && ` ${t('life.dueDay', { date: format.date(dueOn) })}`}
      </p>
      {event.reason !== null && <blockquote>{event.event === 'exit' ? t('life.lapsed') : event.reason}</blockquote>}
      <p className="small-print">
        {event.officer ?? t('life.system')}, {format.dateTime(event.occurredAt)}
      </p>
    </li>
  );
}

function CommentForm({ taskId }: { readonly taskId: string }): ReactNode {
  const { t } = useWords();
  const life = useLife(taskId);
  const [text, setText] = useState('');
  const isEmpty = text.trim() === '';
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isEmpty) return;
        life.press({ event: 'comment', text: text.trim() }, () => {
          setText('');
        });
      }}
    >
      <Textarea
        label={t('life.comment')}
        description={t('life.commentHint')}
        autosize
        minRows={2}
        maxLength={2000}
        size="md"
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
        }}
      />
      {life.error !== null && <ProblemNotice error={life.error} />}
      <Button type="submit" variant="default" h={44} aria-disabled={isEmpty || life.isPending}>
        {t('life.send')}
      </Button>
    </form>
  );
}
