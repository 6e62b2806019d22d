import { BREAKS_FOR_PEOPLE } from '#domain';

/** The condition "this break `b` waits for people": from the first day, or because no file has settled it by its deadline. */
export const FOR_PEOPLE = `(b.type = any(array[${BREAKS_FOR_PEOPLE.map((type) => `'${type}'`).join(', ')}]) or b.due_on < programme_today())`;
