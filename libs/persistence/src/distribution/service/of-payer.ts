/** In a question, who pays by the rules of the programme, which name no bank. */
export const BY_RULES = '-';

/** SQL: the name of who pays an order, or that the rules say. */
export const payerName = (order: string): string =>
  `coalesce((select s.service_name from service_area s where s.id = ${order}.area_id), '${BY_RULES}')`;

/** SQL: an order is with this payer and of this channel; what is null is not demanded. */
export const ofPayer = (order: string, payer: string, channel: string): string =>
  `(${payer}::text is null or ${payerName(order)} = ${payer}) and (${channel}::text is null or ${order}.channel = ${channel})`;
