import { type Role, ROLES } from '../../organisation/role.js';
import { levelOf, type TerritoryLevel } from '../../territories/territory.js';

/**
 * What a rule watches: the share of the credited families whose money lies unused, open breaks older than some days, desks that will
 * miss their deadline at the pace of the last days.
 */
export const ALERT_KINDS = ['not_transacted', 'old_breaks', 'late_desks'] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

export const ALERT_LEVELS = ['city', 'kecamatan', 'kelurahan'] as const satisfies TerritoryLevel[];
export type AlertLevel = (typeof ALERT_LEVELS)[number];

export const ALERT_ROLES = [
  ...(['programme_officer', 'province_observer', 'dinsos_operator', 'dinsos_head', 'mayor', 'camat', 'tksk'] as const),
  'lurah',
] as const satisfies Role[];
export type AlertRole = (typeof ALERT_ROLES)[number];

/** Percent of families, days of a break, number of desks. */
const LIMITS: Readonly<Record<AlertKind, number>> = { not_transacted: 100, old_breaks: 365, late_desks: 1000 };
const DAYS_MOST = 180;

export interface AlertRule {
  readonly kind: AlertKind;
  /** Where it watches. */
  readonly territoryCode: string;
  /** Of which places each is looked at by itself. */
  readonly level: AlertLevel;
  readonly limit: number;
  /** Unused money is looked at in this many days before the last day of use; null of other kinds. */
  readonly daysLeft: number | null;
  /** The office that is told, of the place or above it. */
  readonly role: AlertRole;
}

/** What was found at one place. */
export interface AlertFigure {
  readonly territoryCode: string;
  readonly value: number;
  /** What the value is a part of. */
  readonly of: number;
}

const RANK: Readonly<Record<TerritoryLevel, number>> = { nation: 0, province: 1, city: 2, kecamatan: 3, kelurahan: 4 };

/**
 * What is wrong with a rule, by its field: a nation is watched by its cities (it has 83,000 kelurahan), a city by itself, its kecamatan or
 * kelurahan; the office told must not lie below the places.
 */
export function faultOfRule(rule: AlertRule): 'level' | 'limit' | 'daysLeft' | 'role' | undefined {
  const { kind, territoryCode, level, limit, daysLeft, role } = rule;
  const watched = RANK[levelOf(territoryCode)];
  if (watched > RANK[level] || (watched < RANK.city && level !== 'city')) return 'level';
  if (!Number.isInteger(limit) || limit < 1 || limit > LIMITS[kind]) return 'limit';
  if (!isWholeDays(kind, daysLeft)) return 'daysLeft';
  return RANK[ROLES[role]] > RANK[level] ? 'role' : undefined;
}

const isWholeDays = (kind: AlertKind, days: number | null): boolean =>
  kind === 'not_transacted' ? days !== null && Number.isInteger(days) && days >= 1 && days <= DAYS_MOST : days === null;

/** Whether the office is to hear of it: a share is reached in whole families, never by rounding. */
export function isReached({ kind, limit }: Pick<AlertRule, 'kind' | 'limit'>, { value, of }: AlertFigure): boolean {
  if (kind === 'not_transacted') return of > 0 && value * 100 >= limit * of;
  return kind === 'old_breaks' ? value > 0 : value >= limit;
}
