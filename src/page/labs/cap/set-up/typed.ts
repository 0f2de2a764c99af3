/** Readers of what a person types; null when it is not what the field holds. */

/** Seconds as ms, with a sign and decimals. */
export const typedSeconds = (text: string): number | null => {
  const trimmed = text.trim().replace('−', '-');
  return /^-?\d{1,6}(\.\d{1,3})?$/u.test(trimmed) ? Math.round(Number(trimmed) * 1000) : null;
};

/** Numbers of servers: `1 2`, `1, 2`. */
export const typedPids = (text: string): readonly number[] | null => {
  const parts = text.trim().split(/[\s,]+/u);
  return parts.every((one) => /^\d{1,2}$/u.test(one)) ? parts.map(Number) : null;
};
