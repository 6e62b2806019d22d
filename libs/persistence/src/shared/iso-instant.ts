/** An instant as JavaScript writes it in JSON; `instant` is SQL. */
export const isoInstant = (instant: string): string =>
  `to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
