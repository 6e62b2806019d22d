const counter = { last: 0 };

/** A number nobody else in this process has: what must be unique, is. */
export function nextNumber(): number {
  counter.last += 1;
  return counter.last;
}
