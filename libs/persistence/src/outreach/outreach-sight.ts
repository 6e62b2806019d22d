/** SQL: of a city's code `column`, that it lies in the reader's territories `$1` or that one of these lies in it. */
export const citySeen = (column: string): string => `exists (select from unnest($1::text[]) scope
  where scope = 'ID' or ${column} = scope or ${column} like scope || '.%' or scope like ${column} || '.%')`;
