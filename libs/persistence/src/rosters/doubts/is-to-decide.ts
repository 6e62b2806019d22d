/** The condition "doubt `d` of row `f` must be decided": a family that the kelurahan found not eligible is out whatever the answer is. */
export const IS_TO_DECIDE = `d.settled_at is null and d.void_at is null and f.state in ('valid', 'warning')
  and f.verdict is distinct from 'ineligible'`;
