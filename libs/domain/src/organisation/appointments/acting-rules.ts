import type { ActingKind } from '../../mandates/authority-kind.js';
import { addCalendarDays, addMonths, type IsoDate } from '../../calendar/working-days.js';
import type { Policy } from '../../policies/policy.js';
import type { TerritoryLevel } from '../../territories/territory.js';
import {
  type AppointmentFacts,
  type AppointmentRefusal,
  type AppointmentsAround,
  refuseField,
} from './appointment-facts.js';
import { daysOf, isCovered, overlapOf, type Term } from './term.js';

/** How long somebody may stand in: agencies' own rules differ, so the figures are policy (forms.md §3). */
export interface ActingPolicy {
  readonly plhDaysLeast: number;
  readonly plhDaysMost: number;
  readonly pltMonthsLeast: number;
  readonly pltMonthsMost: number;
}

/** Throws POLICY_MISSING. */
export const actingPolicyOf = (policy: Policy): ActingPolicy => ({
  plhDaysLeast: policy.count('acting.plh_days_least'),
  plhDaysMost: policy.count('acting.plh_days_most'),
  pltMonthsLeast: policy.count('acting.plt_months_least'),
  pltMonthsMost: policy.count('acting.plt_months_most'),
});

const TIERS: readonly TerritoryLevel[] = ['nation', 'province', 'city', 'kecamatan', 'kelurahan'];

/** The last day of so many whole months from a first day. */
const endOfMonths = (from: IsoDate, months: number): IsoDate => addCalendarDays(addMonths(from, months), -1);

function whyNotSoLong(acting: ActingKind, { validFrom, validTo }: Term, policy: ActingPolicy): AppointmentRefusal[] {
  const { plhDaysLeast, plhDaysMost, pltMonthsLeast, pltMonthsMost } = policy;
  const [least, most] =
    acting === 'plh'
      ? [addCalendarDays(validFrom, plhDaysLeast - 1), addCalendarDays(validFrom, plhDaysMost - 1)]
      : [endOfMonths(validFrom, pltMonthsLeast), endOfMonths(validFrom, pltMonthsMost)];
  const fits = validTo !== undefined && validTo >= least && validTo <= most;
  return fits ? [] : [refuseField('ACTING_TERM', 'validTo', { acting, least, most })];
}

/** Standing in adds to one's own post, which is kept, and which lies on the same tier or the next. */
function whyNotFromOwnPost(wanted: AppointmentFacts, ofOfficer: readonly AppointmentFacts[]): AppointmentRefusal[] {
  const days = { validFrom: wanted.validFrom, validTo: wanted.validTo ?? wanted.validFrom };
  const own = ofOfficer.filter(({ acting, ...held }) => acting === undefined && isCovered(days, [held]));
  if (own.length === 0) return [refuseField('ACTING_NO_POST', 'officerId', daysOf(days))];
  const tier = TIERS.indexOf(wanted.level);
  const isNear = own.some(({ level }) => Math.abs(TIERS.indexOf(level) - tier) <= 1);
  return isNear ? [] : [refuseField('ACTING_TIER', 'officerId', { office: wanted.officeName })];
}

function whyNotInPlace(wanted: AppointmentFacts, { ofPost, leaves }: AppointmentsAround): AppointmentRefusal[] {
  const beside = ofPost.filter((held) => overlapOf(wanted, held) !== undefined);
  const taken = beside.find(({ acting }) => acting !== undefined);
  if (taken !== undefined) return [refuseField('ACTING_TAKEN', 'validFrom', daysOf(taken))];
  const holders = beside.filter(({ acting }) => acting === undefined);
  if (wanted.acting === 'plt') {
    return holders.map((held) => refuseField('ACTING_POST_HELD', 'acting', daysOf(held)));
  }
  if (holders.length === 0) return [refuseField('ACTING_POST_VACANT', 'acting')];
  const isPresent = holders.some((held) => {
    const days = overlapOf(wanted, held);
    const away = leaves.filter(({ officerId }) => officerId === held.officerId);
    return days?.validTo === undefined || !isCovered({ validFrom: days.validFrom, validTo: days.validTo }, away);
  });
  return isPresent ? [refuseField('ACTING_HOLDER_PRESENT', 'validTo')] : [];
}

/** Every reason why not to stand in for the holder of a post (Plh) or in a vacant one (Plt); none for one's own post. */
export function whyNotActing(
  wanted: AppointmentFacts,
  around: AppointmentsAround,
  policy: ActingPolicy,
): AppointmentRefusal[] {
  if (wanted.acting === undefined) return [];
  const hasLetter = wanted.letterNumber !== undefined && wanted.letterNumber.trim() !== '';
  return [
    ...(hasLetter ? [] : [refuseField('ACTING_LETTER', 'letterNumber', { acting: wanted.acting })]),
    ...whyNotSoLong(wanted.acting, wanted, policy),
    ...whyNotFromOwnPost(wanted, around.ofOfficer),
    ...whyNotInPlace(wanted, around),
  ];
}

export interface ActingExtension {
  readonly validTo: IsoDate;
  readonly letterNumber: string;
}

/** Every reason why a Plt may not go on until another day: it may once, and at most to double its longest term. */
export function whyNotExtended(
  held: AppointmentFacts & { readonly isExtended: boolean },
  { validTo, letterNumber }: ActingExtension,
  around: AppointmentsAround,
  policy: ActingPolicy,
): AppointmentRefusal[] {
  if (held.acting !== 'plt') return [refuseField('ACTING_NOT_EXTENDABLE', 'validTo')];
  if (held.isExtended) return [refuseField('ACTING_EXTENDED_ALREADY', 'validTo')];
  const least = addCalendarDays(held.validTo ?? held.validFrom, 1);
  const most = endOfMonths(held.validFrom, policy.pltMonthsMost * 2);
  const fits = validTo >= least && validTo <= most;
  const further = { ...held, validFrom: least, validTo, letterNumber };
  return [
    ...(fits ? [] : [refuseField('ACTING_TERM', 'validTo', { acting: 'plt', least, most })]),
    ...(letterNumber.trim() === '' ? [refuseField('ACTING_LETTER', 'letterNumber', { acting: 'plt' })] : []),
    ...(fits ? [...whyNotFromOwnPost(further, around.ofOfficer), ...whyNotInPlace(further, around)] : []),
  ];
}
