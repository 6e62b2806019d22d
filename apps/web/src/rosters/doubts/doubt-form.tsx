import { Button, Radio, Stack, Textarea, Title } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { answer, api } from '../../api/client';
import type { Doubt, Task } from '../../api/schemas';
import { useCommand } from '../../api/use-command';
import { useWords } from '../../shared/language/use-words';
import { RefusableButton } from '../../shared/look/refusable-button';
import { ProblemNotice } from '../../shared/states/problem-notice';
import { recall, remember } from '../../shared/session/browser-store';
import { FamilyLink } from '../../families/family-link';
import { DoubtRecords } from './doubt-records';
import { comparesRecords, DECISIONS, decisionsFor } from './doubt-tones';
import { Likeness } from './likeness';

/** As the server asks. */
const SHORTEST = 10;

interface Draft {
  readonly decision: Doubt['decision'];
  readonly explanation: string;
}

interface Props {
  readonly task: Task;
  readonly doubt: Doubt;
  readonly onUnsaved: (isUnsaved: boolean) => void;
  readonly onClose: () => void;
}

/** What is typed survives a reload until it is saved. */
function useDraft({ task, doubt }: Props) {
  const key = `amanah.doubt.${task.id}.${doubt.id}`;
  const saved: Draft = { decision: doubt.decision, explanation: doubt.explanation ?? '' };
  const [draft, setDraft] = useState<Draft>(() => JSON.parse(recall(key) ?? JSON.stringify(saved)) as Draft);
  const forget = (): void => {
    remember(key, undefined);
  };
  const set = (next: Draft): void => {
    setDraft(next);
    remember(key, JSON.stringify(next));
  };
  const isUnsaved = draft.decision !== saved.decision || draft.explanation !== saved.explanation;
  return { draft, set, forget, isUnsaved };
}

/** One doubted family: how alike the records are, both of them on request, and what is decided with the reason. */
export function DoubtForm(props: Props): ReactNode {
  const { task, doubt, onUnsaved, onClose } = props;
  const { t } = useWords();
  const { draft, set, forget, isUnsaved } = useDraft(props);
  const isTooShort = draft.explanation !== '' && draft.explanation.trim().length < SHORTEST;
  const isWhole = draft.decision !== null && draft.explanation.trim().length >= SHORTEST;
  const save = useCommand(async ({ decision, explanation }: Draft, key) => {
    const decisions = decision === null ? [] : [{ doubtId: doubt.id, decision, explanation }];
    const saved = await answer(
      api.POST('/api/v1/tasks/{taskId}/doubts', {
        params: { path: { taskId: task.id }, header: { 'Idempotency-Key': key } },
        body: { decisions },
      }),
    );
    forget();
    onClose();
    return saved;
  });
  useEffect(() => {
    onUnsaved(isUnsaved);
    return () => {
      onUnsaved(false);
    };
  }, [isUnsaved, onUnsaved]);
  return (
    <section className="panel stack" aria-labelledby="doubt-form">
      <Title order={3} size="h4" id="doubt-form">
        {t('families:doubt.formOf', { family: doubt.kpmCode ?? doubt.rowId })}
      </Title>
      <p>
        <strong>{t(`families:doubt.of.${doubt.kind}`)}</strong>
      </p>
      {comparesRecords(doubt.kind) ? (
        <>
          <div>
            <Likeness doubt={doubt} />
          </div>
          <DoubtRecords doubt={doubt} />
        </>
      ) : (
        <p>
          {t(doubt.kind === 'excluded' ? 'families:doubt.reentry' : 'families:doubt.unusedLook')}{' '}
          <FamilyLink code={doubt.familyCode}>{doubt.kpmCode ?? doubt.rowId}</FamilyLink>
        </p>
      )}
      <Radio.Group
        label={t('families:doubt.decision')}
        value={draft.decision}
        onChange={(value) => {
          set({ ...draft, decision: DECISIONS.find((one) => one === value) ?? null });
        }}
      >
        <Stack gap="xs" mt="xs">
          {decisionsFor(doubt.kind).map((decision) => (
            <Radio key={decision} value={decision} label={t(`families:doubt.asOf.${doubt.kind}.${decision}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea
        label={t('families:doubt.explanation')}
        description={t('families:doubt.explainHint')}
        autosize
        minRows={2}
        maxLength={1000}
        error={isTooShort ? t('families:doubt.tooShort') : false}
        value={draft.explanation}
        onChange={(event) => {
          set({ ...draft, explanation: event.currentTarget.value });
        }}
      />
      {save.error !== null && <ProblemNotice error={save.error} />}
      <div className="row">
        <RefusableButton
          isRefused={!isWhole || save.isPending}
          onPress={() => {
            save.mutate(draft);
          }}
        >
          {t('families:doubt.save')}
        </RefusableButton>
        <Button variant="default" onClick={onClose}>
          {t('families:doubt.close')}
        </Button>
      </div>
    </section>
  );
}
