const OFFSET_MS = 7 * 3_600_000;

/** The day in Asia/Jakarta at an instant in milliseconds; Indonesia has no summer time. */
export const jakartaDay = (instant: number): string => new Date(instant + OFFSET_MS).toISOString().slice(0, 10);
