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
          t('authority:mandates.state'),
          <StatusTag key="state" tone={mandateTone(mandate)}>
            {codeWord('authority:mandates.is', mandate.state)}
          </StatusTag>,
        ],
        [t('authority:mandates.kind'), codeWord('authority:mandates.of', mandate.kind)],
        [t('authority:mandates.grantor'), mandate.grantor],
        [t('authority:mandates.grantee'), mandate.grantee],
        [t('authority:mandates.accountable'), mandate.accountable],
        [t('authority:mandates.signature'), mandate.signature.map((line) => <div key={line}>{line}</div>)],
        ...(mandate.letterNumber === null ? [] : [[t('authority:mandates.letter'), mandate.letterNumber] as const]),
        [t('authority:mandates.territory'), mandate.territoryCode],
        [
          t('authority:mandates.powers'),
          mandate.powers.map((power) => codeWord('authority:mandates.power', power)).join(', '),
        ],
        [t('authority:mandates.valid'), `${format.date(mandate.validFrom)} – ${format.date(mandate.validTo)}`],
        [t('authority:mandates.ceiling'), measure(mandate.ceilingFamilies, mandate.ceilingRupiah)],
        [t('authority:mandates.used'), measure(mandate.usedFamilies, mandate.usedRupiah)],
        [t('authority:mandates.bound'), measure(mandate.boundFamilies, mandate.boundRupiah)],
        [t('authority:mandates.left'), measure(mandate.leftFamilies, mandate.leftRupiah)],
      ]}
    />
  );
}
