import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { answer, api } from '../../api/client';
import type { Person } from '../../api/schemas';
import { PurposeForm } from './purpose-form';
import { RevealedPerson } from './revealed-person';

interface Props {
  readonly rowId: string;
  readonly onClose: () => void;
}

/** Asks what for, shows one record for a minute, and masks it again. Purpose and time are recorded by the server. */
export function Reveal({ rowId, onClose }: Props): ReactNode {
  const [person, setPerson] = useState<Person>();
  const reveal = useMutation({
    mutationFn: (purpose: string) =>
      answer(api.POST('/api/v1/families/{rowId}/reveal', { params: { path: { rowId } }, body: { purpose } })),
    onSuccess: setPerson,
    // A record in clear must not stay in the memory of the page.
    gcTime: 0,
  });
  if (person !== undefined) return <RevealedPerson person={person} onHide={onClose} />;
  return <PurposeForm error={reveal.error} onSubmit={reveal.mutate} onCancel={onClose} />;
}
