import { Radio } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../shared/language/use-words';
import type { NewDelegation } from '../api/schemas';
import { Answered } from '../shared/states/answered';
import { Empty } from '../shared/states/empty';
import { delegatesQuery } from './delegation-queries';

interface Props {
  readonly command: NewDelegation;
  readonly onChoose: (officerId: string) => void;
}

/** Who could stand in on these days; whoever could not stays in the list, with the reason beside the name. */
export function DelegateField({ command, onChoose }: Props): ReactNode {
  const { t } = useWords();
  const [appointmentId = ''] = command.appointmentIds;
  const { validFrom, validTo } = command;
  const query = useQuery(delegatesQuery({ appointmentId, validFrom, validTo }));
  if (appointmentId === '') return null;
  return (
    <Answered query={query} rows={2}>
      {(delegates) => (
        <fieldset className="stack officer-field">
          <legend>{t('delegation:delegations.to')}</legend>
          {delegates.length === 0 && <Empty>{t('delegation:delegations.noDelegate')}</Empty>}
          {delegates.map(({ officerId, fullName, offices, allowed, refusals }) => (
            <Radio
              key={officerId}
              name="delegate"
              label={fullName}
              description={allowed ? offices.join(', ') : refusals.map(({ message }) => message).join(' ')}
              disabled={!allowed}
              checked={command.toOfficerId === officerId}
              onChange={() => {
                onChoose(officerId);
              }}
            />
          ))}
        </fieldset>
      )}
    </Answered>
  );
}
