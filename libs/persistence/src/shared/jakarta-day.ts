/** SQL: the day of a moment where the programme lives; days in law and on paper are Jakarta's. */
export const jakartaDay = (moment: string): string => `(${moment} at time zone 'Asia/Jakarta')::date`;
