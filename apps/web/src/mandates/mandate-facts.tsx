import type { ReactNode } from 'react';
import type { Mandate } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import { Facts } from '../shared/look/facts';
import { StatusTag } from '../shared/look/status-tag';
import { mandateTone } from './mandate-queries';

/** Who gave whom which powers, where and for how long, who answers, and what is left of them. */
export function MandateFacts({ mandate }: { readonly mandate: Mandate }): ReactNode {
  const { t, format, codeWord } = useWords();
  const measure = (families: number, amount: string): string =>
    `${t('count.families', { families: format.count(families) })} · ${format.rupiah(amount)}`;
  return (
    <Facts
      facts={[
        [
          t('mandates:state'),
          <StatusTag key="state" tone={mandateTone(mandate)}>
            {codeWord('mandates:is', mandate.state)}
          </StatusTag>,
        ],
        [t('mandates:kind'), codeWord('mandates:of', mandate.kind)],
        [t('mandates:grantor'), mandate.grantor],
        [t('mandates:grantee'), mandate.grantee],
        [t('mandates:accountable'), mandate.accountable],
        [t('mandates:signature'), mandate.signature.map((line) => <div key={line}>{line}</div>)],
        ...(mandate.letterNumber === null ? [] : [[t('mandates:letter'), mandate.letterNumber] as const]),
        [t('mandates:territory'), mandate.territoryCode],
        [t('mandates:powers'), mandate.powers.map((power) => codeWord('mandates:power', power)).join(', ')],
        [t('mandates:valid'), `${format.date(mandate.validFrom)} – ${format.date(mandate.validTo)}`],
        [t('mandates:ceiling'), measure(mandate.ceilingFamilies, mandate.ceilingRupiah)],
        [t('mandates:used'), measure(mandate.usedFamilies, mandate.usedRupiah)],
        [t('mandates:bound'), measure(mandate.boundFamilies, mandate.boundRupiah)],
        [t('mandates:left'), measure(mandate.leftFamilies, mandate.leftRupiah)],
      ]}
    />
  );
}
