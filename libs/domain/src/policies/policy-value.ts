import { DomainError } from '../shared/domain-error.js';

/** What a value may be: a whole number between two, one of a few words, or a text of a shape. */
export type PolicyShape =
  | { readonly of: 'count'; readonly least: number; readonly most: number }
  | { readonly of: 'choice'; readonly choices: readonly string[] }
  | { readonly of: 'text'; readonly pattern: RegExp };

const count = (least: number, most: number): PolicyShape => ({ of: 'count', least, most });
const text = (pattern: RegExp): PolicyShape => ({ of: 'text', pattern });

/** What the payer and the families' bank are called in messages to a bank: ISO 20022's limits, and three digits of clearing. */
export const PAYER_NAME = /^[\p{L}\d .,'()/-]{3,70}$/u;
export const PAYER_ACCOUNT = /^\d{6,34}$/;
export const BANK_CODE = /^\d{3}$/;

/** By the beginning of the key; the first that fits. */
const SHAPES: readonly (readonly [string, PolicyShape])[] = [
  ['benefit.', count(1, 100_000_000)],
  ['batch_months.', count(1, 12)],
  ['return.window', { of: 'choice', choices: ['three-months-fifteen-days', '105-days'] }],
  ['number.', text(/^(?=.{0,60}$)[^{}]*\{number(:\d)?\}([^{}]|\{(number(:\d)?|month(:roman)?|year)\})*$/)],
  ['payer.name', text(PAYER_NAME)],
  ['payer.account', text(PAYER_ACCOUNT)],
  ['bank.code', text(BANK_CODE)],
  ['cross_check.', text(/^.{3,100}$/u)],
  ['hold_ground.', text(/^.{3,100}$/u)],
  ['stipend.', count(0, 100_000_000)],
  ['hold.past_deadline', { of: 'choice', choices: ['no', 'yes'] }],
  ['complaint.', count(1, 365)],
  ['cards.', count(1, 365)],
  ['privacy.', count(1, 10_000)],
  ['field.lease_hours', count(1, 336)],
  ['field.', count(1, 5_000)],
];

/** The rest are numbers of days, months or times. */
const OTHERS = count(0, 3_650);

export const shapeOfPolicy = (key: string): PolicyShape =>
  SHAPES.find(([start]) => key.startsWith(start))?.[1] ?? OTHERS;

/** The value as it is kept: a count as a number, the rest as text. Throws POLICY_VALUE with what would do. */
export function policyValue(key: string, written: string): string | number {
  const shape = shapeOfPolicy(key);
  if (shape.of === 'count') {
    const value = /^\d{1,12}$/.test(written) ? Number(written) : undefined;
    if (value !== undefined && value >= shape.least && value <= shape.most) return value;
    throw new DomainError('POLICY_VALUE', 'not a whole number within the limits', {
      ...{ key, least: shape.least, most: shape.most, field: 'value' },
    });
  }
  const isFit = shape.of === 'choice' ? shape.choices.includes(written) : shape.pattern.test(written);
  if (isFit) return written;
  throw new DomainError('POLICY_VALUE', 'not a value of this rule', { key, field: 'value' });
}
