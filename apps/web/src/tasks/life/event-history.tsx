import { Button, Textarea, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { TaskDetail } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { ProblemNotice } from '../../shared/states/problem-notice';
import { AttachFile } from './attach-file';
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
          <EventLine key={event.id} taskId={task.id} event={event} />
        ))}
      </ol>
      {actions.life.comment.allowed && (
        <>
          <CommentForm taskId={task.id} />
          <AttachFile taskId={task.id} />
        </>
      )}
    </section>
  );
}

function EventLine({ taskId, event }: { readonly taskId: string; readonly event: Happened }): ReactNode {
  const { t, format } = useWords();
  const { until, dueOn, to, attachment } = event;
  return (
    <li>
      <p>
        {attachment === null ? <EventName event={event} /> : t('life.attached')}
        {to.length > 0 && ` ${t('life.to', { names: to.join(', ') })}`}
        {until !== null && ` ${t('life.untilDay', { date: format.date(until) })}`}
        {dueOn !== null && ` ${t('life.dueDay', { date: format.date(dueOn) })}`}
      </p>
      {attachment !== null && (
        <p>
          <a className="text-link" href={`/api/v1/tasks/${taskId}/attachments/${attachment.id}`} download>
            {attachment.name}
          </a>{' '}
          {t('life.kilobytes', { count: Math.ceil(attachment.sizeBytes / 1000) })}
        </p>
      )}
      {event.reason !== null && <blockquote>{event.event === 'exit' ? t('life.lapsed') : event.reason}</blockquote>}
      <p className="small-print">
        {event.officer ?? t('life.system')}
        {event.onBehalfOf !== null && ` ${t('inbox.onBehalfOf', { name: event.onBehalfOf })}`},{' '}
        {format.dateTime(event.occurredAt)}
      </p>
    </li>
  );
}

/** What happened; of an escalation which step, and to which offices. */
function EventName({ event: { event, step, roles } }: { readonly event: Happened }): ReactNode {
  const { t } = useWords();
  return (
    <>
      {step === null ? t(`life.done.${event}`) : t(`tasks:step.${step}`)}
      {roles.length > 0 && `: ${roles.map((role) => t(`common:role.${role}`)).join(', ')}`}
    </>
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
