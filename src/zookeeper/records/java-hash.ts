/**
 * The order in which Java's HashSet of strings gives its members. ZooKeeper walks such sets when it
 * ends a session and when it writes a snapshot, so the order of events and of bytes is theirs.
 */

/** [String.hashCode] */
export function javaHash(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(31, hash) + text.charCodeAt(i)) | 0;
  return hash;
}

/** What of a hash code chooses the bucket [HashMap.hash]. */
export const spread = (hash: number): number => hash ^ (hash >>> 16);

/** The table of a set that began with `initial` buckets and grew to hold `count` [HashMap.resize]. */
export function grown(initial: number, count: number): number {
  let capacity = initial;
  while (count > capacity * 0.75) capacity *= 2;
  return capacity;
}

/** The table of a set made at once from `count` members [HashMap.putMapEntries]. */
export function copied(count: number): number {
  const least = Math.floor(count / 0.75 + 1);
  let capacity = 1;
  while (capacity < least) capacity *= 2;
  return grown(capacity, count);
}

/**
 * @param values in the order in which they were added
 * @param capacity buckets of the table, a power of two
 */
export const hashOrder = <T>(
  values: readonly T[],
  capacity: number,
  key: (value: T) => string,
): readonly T[] => bucketOrder(values, capacity, (value) => javaHash(key(value)));

/** The same of a map whose keys are longs [Long.hashCode]. */
export const longHashOrder = <T>(
  values: readonly T[],
  capacity: number,
  key: (value: T) => { readonly high: number; readonly low: number },
): readonly T[] =>
  bucketOrder(values, capacity, (value) => {
    const { high, low } = key(value);
    return high ^ low;
  });

function bucketOrder<T>(
  values: readonly T[],
  capacity: number,
  hashOf: (value: T) => number,
): readonly T[] {
  const bucket = (value: T): number => spread(hashOf(value)) & (capacity - 1);
  return values
    .map((value, index) => ({ value, index, bucket: bucket(value) }))
    .toSorted((a, b) => a.bucket - b.bucket || a.index - b.index)
    .map(({ value }) => value);
}
