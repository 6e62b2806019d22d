import type { ReactNode } from 'react';
import type { ServiceArea } from '../../api/schemas';
import { may, useMe } from '../../auth/session';
import { useWords } from '../../shared/language/use-words';
import { type ProposalWords, WaitingProposal } from '../../shared/look/waiting-proposal';
import { confirmArea, refuseArea, withdrawArea } from './service-queries';

/** A service that waits for the KPA. */
export function WaitingArea({ area }: { readonly area: ServiceArea }): ReactNode {
  const { t, format } = useWords();
  const me = useMe();
  const { id, territoryName: territory, serviceName: service, proposer: officer } = area;
  const said = { territory, service, officer, date: format.date(area.validFrom) };
  const wordsOf = (act: 'confirm' | 'refuse' | 'withdraw'): ProposalWords => ({
    name: t(`money:services.${act}.name`),
    send: t(`money:services.${act}.send`),
    consequence: t(`money:services.${act}.consequence`, said),
    done: t(`money:services.${act}.done`),
  });
  return (
    <WaitingProposal
      id={id}
      title={t('money:services.waits', { territory })}
      facts={[
        [t('money:services.channel'), t(`periods.by.${area.channel}`)],
        [t('money:services.service'), `${service}, ${area.bankCode}`],
        [t('money:services.payer'), `${area.payerAccount}, ${area.payerName}`],
        [t('money:services.from'), said.date],
        [t('money:services.paper'), area.paper],
        [t('money:services.proposer'), `${officer}, ${format.dateTime(area.proposedAt)}`],
      ]}
      acts={{
        confirm: { ...wordsOf('confirm'), run: confirmArea(id) },
        refuse: { ...wordsOf('refuse'), run: refuseArea(id) },
        withdraw: { ...wordsOf('withdraw'), run: withdrawArea(id) },
      }}
      reasonLabel={t('money:services.reason')}
      mayDecide={may(me, 'policy:confirm')}
      isOwn={area.isOwnProposal}
    />
  );
}
