import { Button, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { TaskDetail } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { ProblemNotice } from '../../shared/states/problem-notice';
import { type FormEvent, LifeForm } from './life-form';
import { useLife } from './use-life';
import './life.css';

const AT_ONCE = ['start', 'stop', 'resume'] as const;
const WITH_FORM: readonly FormEvent[] = [
  'suspend',
  'delegate',
  'forward',
  'nominate',
  'extend',
  'set-reminder',
  'skip',
  'fail',
];

/** What can be done with a task besides deciding it; only what this officer may do now is offered. */
export function TaskLife({ detail }: { readonly detail: TaskDetail }): ReactNode {
  const { t } = useWords();
  const { task, actions } = detail;
  const life = useLife(task.id);
  const [form, setForm] = useState<FormEvent>();
  const atOnce = AT_ONCE.filter((event) => actions.life[event].allowed && !isDone(event, task.state));
  const forms = WITH_FORM.filter((event) => actions.life[event].allowed);
  if (atOnce.length + forms.length === 0) return null;
  const open = forms.find((event) => event === form);
  return (
    <section className="panel stack" aria-labelledby="task-life">
      <Title order={2} size="h3" id="task-life">
        {t('life.title')}
      </Title>
      <div className="row">
        {atOnce.map((event) => (
          <Button
            key={event}
            variant="default"
            h={44}
            aria-disabled={life.isPending}
            onClick={() => {
              life.press({ event });
            }}
          >
            {t(`life.verb.${event}`)}
          </Button>
        ))}
        {forms.map((event) => (
          <Button
            key={event}
            variant="default"
            h={44}
            aria-expanded={open === event}
            onClick={() => {
              life.reset();
              setForm(open === event ? undefined : event);
            }}
          >
            {t(`life.verb.${event}`)}
          </Button>
        ))}
      </div>
      {open === undefined && life.error !== null && <ProblemNotice error={life.error} />}
      {open !== undefined && (
        <LifeForm
          key={open}
          task={task}
          event={open}
          life={life}
          onClose={() => {
            setForm(undefined);
          }}
        />
      )}
    </section>
  );
}

/** A repeat is allowed and changes nothing, so it is not offered. */
const isDone = (event: (typeof AT_ONCE)[number], state: TaskDetail['task']['state']): boolean =>
  (event === 'start' && state === 'in_progress') || (event === 'stop' && state === 'reserved');
