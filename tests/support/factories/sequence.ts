const counter = { last: 0 };

/** A number nobody else in this process has: what must be unique, is. */
export function nextNumber(): number {
  counter.last += 1;
  return counter.last;
}

/** Goes on behind what another process has counted: for specs that share one database with earlier ones. */
export function countAfter(number: number): void {
  counter.last = Math.max(counter.last, number);
}
