import { hash } from 'node:crypto';

/** The longest id that the format takes. */
const ID_LENGTH = 35;

/** An id of the report's own, told by its first letters; an order's long id is stood for by its hash, never cut. */
export function reportId(prefix: string, messageId: string): string {
  const id = `${prefix}${messageId}`;
  return id.length <= ID_LENGTH ? id : `${prefix}${hash('sha256', messageId).slice(0, 30)}`;
}
