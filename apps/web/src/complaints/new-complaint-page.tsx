import { Button, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { NewComplaint, TakenComplaint } from '../api/schemas';
import { useCommand } from '../api/use-command';
import { placesQuery } from '../families/search-queries';
import { useWords } from '../shared/language/use-words';
import { PageHeading } from '../shared/look/page-heading';
import { ProblemNotice } from '../shared/states/problem-notice';
import { Choose } from './choose';
import { takeComplaintIn } from './complaint-queries';
import { KINDS } from './complaint-words';
import { NumberToKeep } from './number-to-keep';

const CHANNELS: readonly NewComplaint['channel'][] = ['walk_in', 'hotline', 'letter'];

/** What somebody says at the desk or on the phone: seven fields, of which two must be filled in. */
export function NewComplaintPage(): ReactNode {
  const { t } = useWords();
  const [taken, setTaken] = useState<TakenComplaint>();
  return (
    <div className="stack">
      <PageHeading
        title={t('complaints:new.title')}
        trail={
          <Link to="/complaints" className="text-link">
            {t('complaints:title')}
          </Link>
        }
      />
      {taken === undefined ? <IntakeForm onTaken={setTaken} /> : <NumberToKeep taken={taken} />}
    </div>
  );
}

function IntakeForm({ onTaken }: { readonly onTaken: (taken: TakenComplaint) => void }): ReactNode {
  const { t } = useWords();
  const { data: places = [] } = useQuery(placesQuery);
  const command = useCommand(takeComplaintIn);
  const [form, setForm] = useState<NewComplaint>({
    ...{ kind: 'not_received', territoryCode: '', channel: 'walk_in', text: '', name: '', phone: '', nik: '' },
  });
  const territoryCode = form.territoryCode === '' ? (places[0]?.code ?? '') : form.territoryCode;
  return (
    <form
      className="panel stack"
      onSubmit={(event) => {
        event.preventDefault();
        command.mutate({ ...form, territoryCode }, { onSuccess: onTaken });
      }}
    >
      <Choose
        label={t('complaints:channel')}
        of={CHANNELS}
        nameOf={(one) => t(`complaints:channelIs.${one}`)}
        value={form.channel}
        onChange={(channel) => {
          setForm({ ...form, channel });
        }}
      />
      <Choose
        label={t('complaints:kind')}
        of={KINDS}
        nameOf={(one) => t(`complaints:kindIs.${one}`)}
        value={form.kind}
        onChange={(kind) => {
          setForm({ ...form, kind });
        }}
      />
      <Choose
        label={t('complaints:place')}
        isSearched
        of={places.map(({ code }) => code)}
        nameOf={(code) => places.find((place) => place.code === code)?.name ?? code}
        value={territoryCode}
        onChange={(code) => {
          setForm({ ...form, territoryCode: code });
        }}
      />
      <Textarea
        label={t('complaints:new.text')}
        autosize
        required
        minRows={3}
        minLength={10}
        maxLength={4000}
        value={form.text}
        onChange={({ currentTarget: { value } }) => {
          setForm({ ...form, text: value });
        }}
      />
      {(['name', 'phone', 'nik'] as const).map((field) => (
        <TextInput
          key={field}
          label={t(`complaints:new.${field}`)}
          autoComplete="off"
          value={form[field]}
          onChange={({ currentTarget: { value } }) => {
            setForm({ ...form, [field]: value });
          }}
        />
      ))}
      {command.error !== null && <ProblemNotice error={command.error} />}
      <div>
        <Button type="submit" h={44} aria-disabled={command.isPending}>
          {t('complaints:new.send')}
        </Button>
      </div>
    </form>
  );
}
