import { jakartaDay } from '../../shared/jakarta-day.js';

/** SQL: the last day on which families of an order may use their money, by a window of the policy; as `lastDayOfUse` of the domain. */
export const lastDayOfUseOf = (order: string, window: string): string => {
  const creditedOn = `coalesce(${order}.execution_on, ${jakartaDay(`${order}.sent_at`)})`;
  return `case ${window}::text when '105-days' then ${creditedOn} + 105 else (${creditedOn} + interval '3 months')::date + 15 end`;
};
