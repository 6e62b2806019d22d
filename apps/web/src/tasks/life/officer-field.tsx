import { Checkbox, Radio } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../../shared/language/use-words';
import { Answered } from '../../shared/states/answered';
import { candidatesQuery } from '../task-queries';

interface Props {
  readonly taskId: string;
  readonly isMany: boolean;
  readonly chosen: readonly string[];
  readonly onChoose: (officerIds: readonly string[]) => void;
}

/** Who could own the task; whoever could not stays in the list, with the reason beside the name. */
export function OfficerField({ taskId, isMany, chosen, onChoose }: Props): ReactNode {
  const { t } = useWords();
  const query = useQuery(candidatesQuery(taskId));
  return (
    <Answered query={query}>
      {(candidates) => (
        <fieldset className="officer-field">
          <legend>{t(isMany ? 'life.officers' : 'life.officer')}</legend>
          {candidates.length === 0 && <p className="small-print">{t('life.noOfficer')}</p>}
          {candidates.map(({ officerId, fullName, offices, allowed, refusals }) => {
            const about = refusals.length > 0 ? refusals.map(({ message }) => message).join(' ') : offices.join(', ');
            const field = {
              label: fullName,
              description: about,
              disabled: !allowed,
              checked: chosen.includes(officerId),
            };
            return isMany ? (
              <Checkbox
                key={officerId}
                {...field}
                onChange={(event) => {
                  onChoose(
                    event.currentTarget.checked ? [...chosen, officerId] : chosen.filter((id) => id !== officerId),
                  );
                }}
              />
            ) : (
              <Radio
                key={officerId}
                name="officer"
                {...field}
                onChange={() => {
                  onChoose([officerId]);
                }}
              />
            );
          })}
        </fieldset>
      )}
    </Answered>
  );
}
