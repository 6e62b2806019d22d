import { parseSearchWith } from '@tanstack/react-router';

/** `32.70` would lose its nought. */
const parsed = parseSearchWith((value) => {
  if (/^\d+\./.test(value)) throw new SyntaxError('a code');
  return JSON.parse(value) as unknown;
});

/** Codes of places look like numbers and are none: `32.75` is read as it is written. */
export const parseSearch: typeof parsed = (written) =>
  Object.fromEntries(
    Object.entries<unknown>(parsed(written)).map(([name, value]) => [
      name,
      typeof value === 'number' && !Number.isInteger(value) ? String(value) : value,
    ]),
  );
