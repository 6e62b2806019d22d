import { TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { OutreachCampaignDetails, OutreachSessionDetails, OutreachSessionPlan } from '../api/schemas';
import { useCommand } from '../api/use-command';
import { useWords } from '../shared/language/use-words';
import { Choice } from '../shared/look/choice';
import { CommandForm } from '../shared/look/command-form';
import { announce } from '../shared/states/live-region';
import { planSession, replanSession } from './outreach-queries';

type Plan = Omit<OutreachSessionPlan, 'kelurahanCode'>;
const NOTHING: Plan = { onDay: '', startsAt: '09:00', place: '', speaker: '', materials: '' };

interface PlanProps {
  readonly campaign: OutreachCampaignDetails;
  readonly onClose: () => void;
}

/** A session in one of the campaign's kelurahan. */
export function PlanSessionForm({ campaign, onClose }: PlanProps): ReactNode {
  const { t } = useWords();
  const navigate = useNavigate();
  const command = useCommand(planSession(campaign.id));
  const [chosen, setChosen] = useState<string>();
  const [plan, setPlan] = useState(NOTHING);
  const kelurahanCode = chosen ?? campaign.kelurahan[0]?.kelurahanCode ?? '';
  return (
    <CommandForm
      send={t('outreach:saveSession')}
      command={command}
      consequence={t('outreach:sessionConsequence')}
      onSubmit={() => {
        command.mutate(
          { kelurahanCode, ...plan },
          {
            onSuccess: ({ id }) => {
              void navigate({ to: '/outreach/sessions/$sessionId', params: { sessionId: id } });
            },
          },
        );
      }}
      onClose={onClose}
    >
      <Choice
        label={t('outreach:kelurahan')}
        offered={campaign.kelurahan.map(({ kelurahanCode: code, name }) => [code, name])}
        value={kelurahanCode}
        onChoose={setChosen}
      />
      <PlanFields plan={plan} onPlan={setPlan} />
    </CommandForm>
  );
}

interface ReplanProps {
  readonly session: OutreachSessionDetails;
  readonly onClose: () => void;
}

/** Another day, place, speaker or paper, upon the plan that is shown. */
export function ReplanForm({ session, onClose }: ReplanProps): ReactNode {
  const { t } = useWords();
  const command = useCommand(replanSession(session.id));
  const { onDay, startsAt, place, speaker, materials, version } = session;
  const [plan, setPlan] = useState<Plan>({ onDay, startsAt, place, speaker, materials });
  return (
    <CommandForm
      send={t('outreach:saveSession')}
      command={command}
      onSubmit={() => {
        command.mutate(
          { version, ...plan },
          {
            onSuccess: () => {
              announce(t('outreach:done'));
              onClose();
            },
          },
        );
      }}
      onClose={onClose}
    >
      <PlanFields plan={plan} onPlan={setPlan} />
    </CommandForm>
  );
}

function PlanFields({ plan, onPlan }: { readonly plan: Plan; readonly onPlan: (plan: Plan) => void }): ReactNode {
  const { t } = useWords();
  const fields = [
    ['onDay', { label: t('outreach:day'), type: 'date' }],
    ['startsAt', { label: t('outreach:time'), type: 'time' }],
    ['place', { label: t('outreach:place'), minLength: 3, maxLength: 200 }],
    ['speaker', { label: t('outreach:speaker'), minLength: 3, maxLength: 200 }],
    [
      'materials',
      { label: t('outreach:materials'), description: t('outreach:materialsHint'), minLength: 3, maxLength: 300 },
    ],
  ] as const;
  return fields.map(([field, props]) => (
    <TextInput
      key={field}
      required
      {...props}
      value={plan[field]}
      onChange={({ currentTarget: { value } }) => {
        onPlan({ ...plan, [field]: value });
      }}
    />
  ));
}
