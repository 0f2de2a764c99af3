import process from 'node:process';

/** Bytes on the heap that are really in use; with `--expose-gc`. */
export function heap(): number {
  global.gc?.();
  global.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
