/** The code with which something is refused; `none` where it is done. */
export const refusalCodeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error: unknown) => (error as { code: string }).code,
  );
