import type { ReactNode } from 'react';
import type { Person } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { Facts } from '../../shared/look/facts';

export function PersonFacts({ person }: { readonly person: Person }): ReactNode {
  const { t, format } = useWords();
  return (
    <Facts
      facts={[
        [t('person.name'), person.fullName],
        ['NIK', person.nik],
        ['KK', person.kk],
        [
          t('person.birth'),
          [person.birthPlace, person.birthDate === undefined ? '' : format.date(person.birthDate)]
            .filter((part) => part !== '')
            .join(', ') || '–',
        ],
        [t('person.address'), `${person.address}, RT ${person.rt}/RW ${person.rw}`],
        [t('person.account'), person.accountNumber || '–'],
        ...(person.phone === undefined ? [] : [[t('person.phone'), person.phone] as const]),
      ]}
    />
  );
}
