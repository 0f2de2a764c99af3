/** Steps looked back at first, and rows that there should then be before the present one. */
export const FIRST_LOOK = { steps: 600, rows: 40 };
/** Further back than this nobody looks without being told to. */
const FURTHEST = 65_536;

/** How far a list looks back, and how many rows the person wants to see there. */
export interface LookBack {
  readonly steps: number;
  readonly rows: number;
}

/** Minutes of pings are thousands of steps without a row: as long as rows are missing, it looks twice as far. */
export const lookFurther = (
  { steps, rows }: LookBack,
  seen: { readonly rows: number; readonly from: number },
): LookBack | null =>
  seen.from === 0 || seen.rows >= rows || steps >= FURTHEST ? null : { steps: 2 * steps, rows };

/** The person wants earlier ones than those that are there. */
export const lookEarlier = ({ steps }: LookBack, seen: { readonly rows: number }): LookBack => ({
  steps: steps >= FURTHEST ? steps + FURTHEST : 2 * steps,
  rows: seen.rows + FIRST_LOOK.rows,
});
