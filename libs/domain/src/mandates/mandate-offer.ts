import type { Measure } from '../money/conservation.js';
import { covers, levelOf, type TerritoryLevel } from '../territories/territory.js';
import { AUTHORITY_RULES, type MandateKind, mayDecideIn, SUB_DELEGATIONS } from './authority-kind.js';
import { fits } from './mandate-ceiling.js';
import type { MandateState } from './mandate-life.js';
import type { StageName } from '../stages/stages.js';
import { formatRupiah } from '../money/rupiah.js';

export interface OfficeFacts {
  readonly id: string;
  readonly level: TerritoryLevel;
  readonly territoryCode: string;
}

/** The mandate of which a slice is offered, as it stands. */
export interface ParentFacts {
  readonly kind: MandateKind;
  /** Of the whole chain above it: see stateOfChain. */
  readonly state: MandateState;
  /** How many of the chain's steps, this one included, delegate what was delegated before. */
  readonly subDelegations: number;
  readonly territoryCode: string;
  readonly powers: readonly StageName[];
  readonly validFrom: string;
  readonly validTo: string;
  readonly left: Measure;
  readonly grantee: OfficeFacts;
  /** Every office that gave or received power in the chain. */
  readonly officeIds: readonly string[];
}

export interface MandateOffer {
  readonly kind: MandateKind;
  readonly grantee: OfficeFacts;
  readonly territoryCode: string;
  readonly powers: readonly StageName[];
  readonly validFrom: string;
  readonly validTo: string;
  readonly ceiling: Measure;
  readonly letterNumber?: string | undefined;
}

/** One reason why not, with the field of the offer to mend. */
export interface OfferRefusal {
  readonly code: string;
  readonly field: string;
  readonly details: Readonly<Record<string, string>>;
}

type Rule = (parent: ParentFacts, offer: MandateOffer, today: string) => OfferRefusal | undefined;

const LEVELS: readonly TerritoryLevel[] = ['nation', 'province', 'city', 'kecamatan', 'kelurahan'];

const refuse = (code: string, field: string, details: Record<string, string> = {}): OfferRefusal => ({
  code,
  field,
  details,
});

const parentIsInForce: Rule = ({ state, validFrom, validTo }, _offer, today) => {
  if (state !== 'accepted') return refuse('MANDATE_PARENT_NOT_LIVE', 'parent', { state });
  return today < validFrom || today > validTo ? refuse('MANDATE_EXPIRED', 'parent', { validFrom, validTo }) : undefined;
};

const kindMayBePassedOn: Rule = (parent, { kind }) => {
  const { passesOn } = AUTHORITY_RULES[parent.kind];
  return passesOn.includes(kind)
    ? undefined
    : refuse('MANDATE_NOT_PASSED_ON', 'kind', { parentKind: parent.kind, offered: passesOn.join(', ') || '–' });
};

const isDelegatedOnceMore = (parent: ParentFacts, { kind }: MandateOffer): boolean =>
  kind === 'delegation' && parent.kind === 'delegation';

const goesOneLevelDown: Rule = (parent, offer) => {
  const down = LEVELS.indexOf(offer.grantee.level) - LEVELS.indexOf(parent.grantee.level);
  if (down < 0) return refuse('MANDATE_CYCLE', 'granteeOfficeId');
  if (!isDelegatedOnceMore(parent, offer)) return undefined;
  return parent.subDelegations >= SUB_DELEGATIONS || down > 1
    ? refuse('MANDATE_TOO_DEEP', 'granteeOfficeId', { level: parent.grantee.level })
    : undefined;
};

const isWritten: Rule = (parent, offer) => {
  const isMissing = (offer.letterNumber ?? '').trim() === '';
  const isNeeded = AUTHORITY_RULES[offer.kind].needsLetter && isDelegatedOnceMore(parent, offer);
  return isNeeded && isMissing ? refuse('MANDATE_LETTER_REQUIRED', 'letterNumber') : undefined;
};

const isNoCircle: Rule = ({ officeIds }, { grantee }) =>
  officeIds.includes(grantee.id) ? refuse('MANDATE_CYCLE', 'granteeOfficeId') : undefined;

const granteeLiesWithin: Rule = ({ territoryCode }, { grantee }) =>
  covers(territoryCode, grantee.territoryCode)
    ? undefined
    : refuse('MANDATE_GRANTEE_OUTSIDE', 'granteeOfficeId', { territory: territoryCode });

const territoryLiesWithin: Rule = (parent, { territoryCode, grantee }) => {
  levelOf(territoryCode);
  const isWithin = covers(parent.territoryCode, territoryCode) && covers(grantee.territoryCode, territoryCode);
  const territory = covers(parent.territoryCode, grantee.territoryCode) ? grantee.territoryCode : parent.territoryCode;
  return isWithin ? undefined : refuse('MANDATE_TERRITORY_OUTSIDE', 'territoryCode', { territory });
};

const powersLieWithin: Rule = (parent, { powers }) => {
  const outside = powers.filter((power) => !parent.powers.includes(power));
  return outside.length === 0 && powers.length > 0
    ? undefined
    : refuse('MANDATE_POWER_OUTSIDE', 'powers', {
        powers: outside.join(', ') || '–',
        offered: parent.powers.join(', '),
      });
};

const mattersAreOpen: Rule = (_parent, { kind, powers }) => {
  const closed = powers.filter((power) => !mayDecideIn(kind, power));
  return closed.length === 0 ? undefined : refuse('MANDATE_MATTER_CLOSED', 'powers', { powers: closed.join(', ') });
};

const datesLieWithin: Rule = (parent, { validFrom, validTo }, today) => {
  const { validFrom: from, validTo: to } = parent;
  if (validTo < validFrom || validTo < today) return refuse('MANDATE_DATES_ORDER', 'validTo', { today });
  if (validFrom < from) return refuse('MANDATE_DATES_OUTSIDE', 'validFrom', { validFrom: from, validTo: to });
  return validTo > to ? refuse('MANDATE_DATES_OUTSIDE', 'validTo', { validFrom: from, validTo: to }) : undefined;
};

const ceilingFits: Rule = ({ left }, { ceiling }) => {
  const field = ceiling.families > left.families ? 'ceilingFamilies' : 'ceilingRupiah';
  const details = { families: left.families.toString(), rupiah: formatRupiah(left.amountRupiah) };
  return fits(ceiling, left) ? undefined : refuse('MANDATE_CEILING_ABOVE', field, details);
};

const RULES: readonly Rule[] = [
  parentIsInForce,
  kindMayBePassedOn,
  goesOneLevelDown,
  isNoCircle,
  isWritten,
  granteeLiesWithin,
  territoryLiesWithin,
  powersLieWithin,
  mattersAreOpen,
  datesLieWithin,
  ceilingFits,
];

/**
 * May this slice be given of that mandate today? Every reason why not, each with the field to mend; none when it may.
 * Throws TERRITORY_CODE for a territory that is no code. Rules: UU 30/2014 Art. 13-15, as AUTHORITY_RULES has them.
 */
export function refusalsOfOffer(parent: ParentFacts, offer: MandateOffer, today: string): readonly OfferRefusal[] {
  const refusals = RULES.map((rule) => rule(parent, offer, today)).filter((refusal) => refusal !== undefined);
  const isFirst = ({ code, field }: OfferRefusal, index: number): boolean =>
    refusals.findIndex((other) => other.code === code && other.field === field) === index;
  return refusals.filter(isFirst);
}
