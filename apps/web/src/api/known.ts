type Known<Values> = { [Key in keyof Values]?: Exclude<Values[Key], undefined> };

/** What is given of a question's fields; what is not given is not sent. */
export const known = <Values extends object>(values: Values): Known<Values> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Known<Values>;
