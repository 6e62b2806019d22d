import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../../shared/language/use-words';
import { Facts } from '../../shared/look/facts';
import { StatusTag } from '../../shared/look/status-tag';
import { Answered } from '../../shared/states/answered';
import { Notice } from '../../shared/states/notice';
import type { ArtefactProps } from '../../tasks/artefact/artefact-props';
import { Fingerprint } from '../../shared/look/fingerprint';
import { returnQuery } from '../../money/money-queries';

/** Money that goes back to the treasury: what was held, what was deposited, and the number that proves it. */
export function ReturnArtefact({ task }: ArtefactProps): ReactNode {
  const { t, format } = useWords();
  const query = useQuery(returnQuery(task.subjectId));
  return (
    <Answered query={query}>
      {(found) => {
        const short = found.depositedRupiah === null ? 0n : BigInt(found.heldRupiah) - BigInt(found.depositedRupiah);
        return (
          <>
            {short !== 0n && <Notice tone="soon">{t('money:return.short', { rupiah: format.rupiah(short) })}</Notice>}
            <Facts
              facts={[
                [
                  t('money:return.state'),
                  <StatusTag key="state" tone={found.state === 'confirmed' ? 'done' : 'running'}>
                    {t(`money:return.is.${found.state}`)}
                  </StatusTag>,
                ],
                [t('money:return.families'), format.count(found.families)],
                [t('money:return.toKeep'), format.count(found.toKeepFamilies)],
                [t('money:return.held'), format.rupiah(found.heldRupiah)],
                [
                  t('money:return.returnedFamilies'),
                  found.returnedFamilies === null ? '–' : format.count(found.returnedFamilies),
                ],
                [
                  t('money:return.deposited'),
                  found.depositedRupiah === null ? '–' : format.rupiah(found.depositedRupiah),
                ],
                [t('money:return.depositedOn'), found.depositedOn === null ? '–' : format.date(found.depositedOn)],
                ['NTPN', found.ntpn ?? '–'],
                ['NTB', found.ntb ?? '–'],
                [t('money.hash'), <Fingerprint key="hash" hash={found.listHash} />],
              ]}
            />
          </>
        );
      }}
    </Answered>
  );
}
