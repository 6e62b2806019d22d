import { Switch } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../shared/language/use-words';
import { opensNext, setOpensNext } from './use-next-task';

export function NextSwitch(): ReactNode {
  const { t } = useWords();
  const [isOn, setOn] = useState(opensNext);
  return (
    <Switch
      size="sm"
      label={t('task.openNext')}
      checked={isOn}
      onChange={(event) => {
        setOn(event.currentTarget.checked);
        setOpensNext(event.currentTarget.checked);
      }}
    />
  );
}
