import { Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { OutreachCampaignPlan } from '../api/schemas';
import { useCommand } from '../api/use-command';
import { useWords } from '../shared/language/use-words';
import { Choice } from '../shared/look/choice';
import { CommandForm } from '../shared/look/command-form';
import { planCampaign } from './outreach-queries';

const TOPICS = ['pin', 'card', 'payment', 'rights', 'use_of_aid'] as const;

interface Props extends Pick<OutreachCampaignPlan, 'periodId' | 'cityCode' | 'kelurahan'> {
  readonly onClose: () => void;
}

/** What a campaign for the chosen kelurahan is about. */
export function CampaignForm({ periodId, cityCode, kelurahan, onClose }: Props): ReactNode {
  const { t } = useWords();
  const navigate = useNavigate();
  const command = useCommand(planCampaign);
  const [topic, setTopic] = useState<OutreachCampaignPlan['topic']>('pin');
  const [purpose, setPurpose] = useState('');
  return (
    <CommandForm
      send={t('outreach:planSend')}
      command={command}
      consequence={t('outreach:planConsequence')}
      onSubmit={() => {
        const body = { periodId, cityCode, kelurahan, topic, purpose };
        command.mutate(body, {
          onSuccess: ({ id }) => {
            void navigate({ to: '/outreach/campaigns/$campaignId', params: { campaignId: id } });
          },
        });
      }}
      onClose={onClose}
    >
      <Choice
        label={t('outreach:topic')}
        offered={TOPICS.map((one) => [one, t(`outreach:topicIs.${one}`)])}
        value={topic}
        onChoose={(value) => {
          setTopic(TOPICS.find((one) => one === value) ?? topic);
        }}
      />
      <Textarea
        required
        autosize
        minLength={10}
        maxLength={300}
        label={t('outreach:purpose')}
        description={t('outreach:purposeHint')}
        value={purpose}
        onChange={({ currentTarget: { value } }) => {
          setPurpose(value);
        }}
      />
    </CommandForm>
  );
}
