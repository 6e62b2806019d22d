import { useWords } from '../shared/language/use-words';
import type { Band, Group } from './approval-queries';

interface PolicyWords {
  readonly group: (group: Group) => string;
  readonly from: (band: Band) => string;
}

/** A policy as an official says it: `2 KPA`, `semua Bendahara`, `mulai Rp1.000.000.000`. */
export function usePolicyWords(): PolicyWords {
  const { t, format } = useWords();
  return {
    group: ({ role, mode, value, requiredOfficerIds }) => {
      const words = t(`approvals:mode.${mode}`, { office: t(`common:role.${role}`), value: value ?? 0 });
      const named = requiredOfficerIds?.length ?? 0;
      return named === 0 ? words : `${words}, ${t('approvals:named', { count: named })}`;
    },
    from: ({ fromRupiah }) => t('approvals:from', { amount: format.rupiah(fromRupiah) }),
  };
}
