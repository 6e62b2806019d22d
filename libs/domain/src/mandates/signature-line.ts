import { AUTHORITY_RULES, type AuthorityKind } from './authority-kind.js';

/** One step of power from a giver to a holder; both are titles as they stand on paper, such as `Camat Bekasi Barat`. */
export interface AuthorityLink {
  readonly kind: AuthorityKind;
  readonly grantor: string;
  readonly grantee: string;
}

/**
 * Who answers for what the last of the chain decides: the receiver of a delegation, the giver of a mandate, and the
 * giver's giver where that one acted under a mandate too. `chain` runs from the source of the power to who acts.
 */
export function accountableOf(chain: readonly AuthorityLink[]): string | undefined {
  const steps = [...chain].reverse();
  const own = steps.find(({ kind }) => AUTHORITY_RULES[kind].accountable === 'grantee');
  return own?.grantee ?? chain[0]?.grantor;
}

/**
 * The lines above a signature: the title alone for own or delegated power, `a.n.` (on behalf of) the giver of a mandate,
 * `u.b.` (for) where a mandate's holder lets a subordinate sign, `Plt.`/`Plh.` for who stands in (forms of official letters).
 */
export function signatureLines(chain: readonly AuthorityLink[]): readonly string[] {
  const last = chain.at(-1);
  if (last === undefined) return [];
  const above = chain.at(-2);
  const { sign } = AUTHORITY_RULES[last.kind];
  if (sign === '') return [last.grantee];
  if (sign !== 'a.n.') return [`${sign} ${last.grantee}`];
  if (above !== undefined && AUTHORITY_RULES[above.kind].sign === 'a.n.') {
    return [`a.n. ${above.grantor}`, above.grantee, `u.b. ${last.grantee}`];
  }
  return [`a.n. ${last.grantor}`, last.grantee];
}
