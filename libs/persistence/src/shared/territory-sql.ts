import { NATION } from '#domain';

/**
 * A condition that a territory column lies in one of the scopes given as parameter `placeholder` (text[]). No scope
 * means no rows: an empty list of territories never opens everything.
 */
export const inTerritories = (column: string, placeholder: string): string =>
  `('${NATION}' = any(${placeholder}) or exists (select from unnest(${placeholder}) scope where ${column} = scope or ${column} like scope || '.%'))`;
