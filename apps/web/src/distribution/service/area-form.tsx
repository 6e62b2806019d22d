import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { NewServiceArea, ServiceAreas } from '../../api/schemas';
import { useCommand } from '../../api/use-command';
import { useWords } from '../../shared/language/use-words';
import { Choice } from '../../shared/look/choice';
import { CommandForm } from '../../shared/look/command-form';
import { OpenedForm } from '../../shared/look/opened-form';
import { announce } from '../../shared/states/live-region';
import { proposeArea } from './service-queries';

type Offered = Omit<ServiceAreas, 'areas'>;

const CHANNELS = ['card', 'post'] as const;
/** What is written, with the shape that the field takes. */
const FIELDS = [
  ['territoryCode', { pattern: 'ID|\\d{2}(\\.\\d{2})?', maxLength: 5 }],
  ['serviceName', { minLength: 3, maxLength: 100 }],
  ['bankCode', { pattern: '\\d{3}', inputMode: 'numeric', maxLength: 3 }],
  ['payerName', { minLength: 3, maxLength: 70 }],
  ['payerAccount', { pattern: '\\d{6,34}', inputMode: 'numeric' }],
  ['validFrom', { type: 'date' }],
  ['paper', { minLength: 5, maxLength: 200 }],
] as const;

/** Who pays a territory from a day on, entered from the agreement. */
export function AreaForm(offered: Offered): ReactNode {
  const { t } = useWords();
  return (
    <OpenedForm name={t('money:services.add')}>{(close) => <OpenForm offered={offered} onClose={close} />}</OpenedForm>
  );
}

function OpenForm({ offered, onClose }: { readonly offered: Offered; readonly onClose: () => void }): ReactNode {
  const { t } = useWords();
  const [area, setArea] = useState<NewServiceArea>({
    ...{ programme: offered.programmes[0] ?? '', channel: 'card', mailbox: offered.mailboxes[0] ?? '' },
    ...{ territoryCode: '', serviceName: '', bankCode: '', payerName: '', payerAccount: '' },
    ...{ validFrom: offered.today, paper: '' },
  });
  const command = useCommand(proposeArea);
  const onSuccess = (): void => {
    announce(t('money:services.sent'));
    onClose();
  };
  return (
    <CommandForm
      send={t('money:services.send')}
      command={command}
      consequence={t('money:services.consequence')}
      onSubmit={() => {
        command.mutate(area, { onSuccess });
      }}
      onClose={onClose}
    >
      <Choice
        label={t('money:services.channel')}
        offered={CHANNELS.map((channel) => [channel, t(`periods.by.${channel}`)])}
        value={area.channel}
        onChoose={(value) => {
          setArea({ ...area, channel: value === 'post' ? 'post' : 'card' });
        }}
      />
      {FIELDS.map(([field, shape]) => (
        <TextInput
          key={field}
          {...shape}
          label={t(`money:services.field.${field}`)}
          required
          value={area[field]}
          onChange={({ currentTarget: { value } }) => {
            setArea({ ...area, [field]: value });
          }}
        />
      ))}
      {(['programme', 'mailbox'] as const).map((field) => (
        <Choice
          key={field}
          label={t(field === 'programme' ? 'money:services.programme' : 'money:services.field.mailbox')}
          offered={(field === 'programme' ? offered.programmes : offered.mailboxes).map((name) => [name, name])}
          value={area[field]}
          onChoose={(value) => {
            setArea({ ...area, [field]: value });
          }}
        />
      ))}
    </CommandForm>
  );
}
