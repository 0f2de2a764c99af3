/** A double as Java prints it [Double.toString]; here only figures with at most four decimals occur. */
export function javaDouble(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-3 || size >= 1e7)) {
    const [digits = '', exponent = ''] = value.toExponential().split('e');
    return `${digits.includes('.') ? digits : `${digits}.0`}E${Number(exponent)}`;
  }
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

/** A mean with four decimals, halves up [AvgMinMaxCounter.getAvg]. */
export const meanOf = (total: number, count: number): number =>
  count === 0 ? 0 : Math.round((total / count) * 10_000) / 10_000;
