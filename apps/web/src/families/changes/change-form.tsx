import { Button, FileButton, Select } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { NewFamilyChange } from '../../api/schemas';
import { useCommand } from '../../api/use-command';
import { useWords } from '../../shared/language/use-words';
import { CommandForm } from '../../shared/look/command-form';
import { ReasonArea } from '../../shared/look/reason-area';
import { announce } from '../../shared/states/live-region';
import { ChangedValue, givenOf } from './changed-value';
import { proposeChange } from './change-queries';

type Field = NewFamilyChange['field'];
const FIELDS = ['name', 'address', 'phone', 'head', 'reentry'] as const;

interface Props {
  readonly code: string;
  readonly onClose: () => void;
}

/** A change of a family's record with its reason and paper; a second person decides. */
export function ChangeForm({ code, onClose }: Props): ReactNode {
  const { t } = useWords();
  const [field, setField] = useState<Field>('name');
  const [value, setValue] = useState<NewFamilyChange['value']>({});
  const [reason, setReason] = useState('');
  const [paper, setPaper] = useState<File | null>(null);
  const [isPaperMissing, setPaperMissing] = useState(false);
  const command = useCommand(proposeChange(code));
  return (
    <CommandForm
      send={t('families:change.send')}
      command={command}
      consequence={t('families:change.consequence')}
      onSubmit={() => {
        setPaperMissing(paper === null);
        if (paper === null) return;
        command.mutate(
          { field, value: givenOf(field, value), reason, paper },
          {
            onSuccess: () => {
              announce(t('families:change.sent'));
              onClose();
            },
          },
        );
      }}
      onClose={onClose}
    >
      <Select
        label={t('families:change.field')}
        allowDeselect={false}
        data={FIELDS.map((name) => ({ value: name, label: t(`families:change.fieldIs.${name}`) }))}
        value={field}
        onChange={(chosen) => {
          setField(FIELDS.find((name) => name === chosen) ?? field);
        }}
      />
      <ChangedValue field={field} value={value} onChange={setValue} />
      <ReasonArea label={t('families:change.reason')} value={reason} onChange={setReason} />
      <div className="stack">
        <div className="row">
          <FileButton onChange={setPaper} accept="application/pdf,image/png,image/jpeg">
            {(props) => (
              <Button {...props} variant="default" h={44}>
                {t('families:change.choosePaper')}
              </Button>
            )}
          </FileButton>
          <span>{paper?.name ?? t('families:change.paperHint')}</span>
        </div>
        {isPaperMissing && paper === null && <p role="alert">{t('families:change.paperMissing')}</p>}
      </div>
    </CommandForm>
  );
}
