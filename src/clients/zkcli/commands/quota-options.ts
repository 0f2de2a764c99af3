/** Which limit an option of the quota commands means. */
export const LIMITS = [
  { option: 'n', key: 'count', description: 'num soft quota' },
  { option: 'b', key: 'bytes', description: 'bytes soft quota' },
  { option: 'N', key: 'countHardLimit', description: 'num hard quota' },
  { option: 'B', key: 'byteHardLimit', description: 'bytes hard quota' },
] as const;
