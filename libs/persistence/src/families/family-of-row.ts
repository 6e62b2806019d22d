/** The code of the family that a row of a list is about, as a scalar of a query; null until the list is sent. `row` is the row's id. */
export const familyOfRow = (row: string): string =>
  `(select family_code(fl.family_id) from family_listing fl where fl.roster_row_id = ${row})`;
