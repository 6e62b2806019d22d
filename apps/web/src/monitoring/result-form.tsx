import { Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { SpotFamily, SpotResult } from '../api/schemas';
import { useCommand } from '../api/use-command';
import { useMe } from '../auth/session';
import { useWords } from '../shared/language/use-words';
import { Choice } from '../shared/look/choice';
import { CommandForm } from '../shared/look/command-form';
import { announce } from '../shared/states/live-region';
import { jakartaDay } from '../shared/words/jakarta-day';
import { noteSpotResult } from './spot-check-queries';

const RECEIPTS = ['received', 'not_received', 'with_issues'] as const;
const UNREACHED = ['away', 'moved', 'died', 'not_found', 'refused', 'unsafe'] as const;
const ANSWERS = ['yes', 'no', 'unknown'] as const;
const QUESTIONS = ['usedForFood', 'ownControl', 'fairPrice'] as const;
type Answer = (typeof ANSWERS)[number];

interface Props {
  readonly spotCheckId: string;
  readonly family: SpotFamily;
  readonly onClose: () => void;
}

interface Found {
  readonly outcome: (typeof RECEIPTS)[number] | 'unreached';
  readonly reason: (typeof UNREACHED)[number];
  readonly answers: Readonly<Record<(typeof QUESTIONS)[number], Answer>>;
  readonly visitedOn: string;
  readonly note: string;
}

/** What money that never came was used for is not known. */
const resultOf = ({ outcome, reason, answers, visitedOn, note }: Found): SpotResult => {
  if (outcome === 'unreached') return { unreached: reason, visitedOn, note };
  const nothing = { usedForFood: 'unknown', ownControl: 'unknown', fairPrice: 'unknown' } as const;
  return { receipt: outcome, ...(outcome === 'not_received' ? nothing : answers), visitedOn, note };
};

/** Six answers at the most: what the family says, or why nobody could be spoken to. */
export function ResultForm({ spotCheckId, family, onClose }: Props): ReactNode {
  const { t } = useWords();
  const { now } = useMe();
  const command = useCommand(noteSpotResult(spotCheckId, family));
  const [found, setFound] = useState<Found>({
    outcome: family.unreached === null ? (family.receipt ?? 'received') : 'unreached',
    reason: family.unreached ?? 'away',
    answers: {
      usedForFood: family.usedForFood ?? 'unknown',
      ownControl: family.ownControl ?? 'unknown',
      fairPrice: family.fairPrice ?? 'unknown',
    },
    visitedOn: family.visitedOn ?? jakartaDay(Date.parse(now)),
    note: family.note ?? '',
  });
  return (
    <CommandForm
      send={t('monitoring:save')}
      command={command}
      onSubmit={() => {
        command.mutate(resultOf(found), {
          onSuccess: () => {
            announce(t('monitoring:done'));
            onClose();
          },
        });
      }}
      onClose={onClose}
    >
      <Outcome found={found} onFind={setFound} />
      <TextInput
        type="date"
        required
        label={t('monitoring:visitedOn')}
        value={found.visitedOn}
        onChange={({ currentTarget: { value } }) => {
          setFound({ ...found, visitedOn: value });
        }}
      />
      <Textarea
        autosize
        maxLength={500}
        label={t('monitoring:note')}
        description={t('monitoring:noteHint')}
        value={found.note}
        onChange={({ currentTarget: { value } }) => {
          setFound({ ...found, note: value });
        }}
      />
    </CommandForm>
  );
}

function Outcome({ found, onFind }: { readonly found: Found; readonly onFind: (found: Found) => void }): ReactNode {
  const { t } = useWords();
  const { outcome, reason, answers } = found;
  return (
    <>
      <Choice
        label={t('monitoring:receipt')}
        offered={[
          ...RECEIPTS.map((one) => [one, t(`monitoring:receiptIs.${one}`)] as const),
          ['unreached', t('monitoring:notReached')],
        ]}
        value={outcome}
        onChoose={(value) => {
          onFind({ ...found, outcome: RECEIPTS.find((one) => one === value) ?? 'unreached' });
        }}
      />
      {outcome === 'unreached' && (
        <Choice
          label={t('monitoring:because')}
          offered={UNREACHED.map((one) => [one, t(`monitoring:unreachedIs.${one}`)])}
          value={reason}
          onChoose={(value) => {
            onFind({ ...found, reason: UNREACHED.find((one) => one === value) ?? reason });
          }}
        />
      )}
      {(outcome === 'received' || outcome === 'with_issues') &&
        QUESTIONS.map((question) => (
          <Choice
            key={question}
            label={t(`monitoring:${question}`)}
            offered={ANSWERS.map((one) => [one, t(`monitoring:answerIs.${one}`)])}
            value={answers[question]}
            onChoose={(value) => {
              const chosen = ANSWERS.find((one) => one === value) ?? answers[question];
              onFind({ ...found, answers: { ...answers, [question]: chosen } });
            }}
          />
        ))}
    </>
  );
}
