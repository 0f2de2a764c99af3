/**
 * The order in which Java walks a properties file: not that of its lines, but that of a
 * ConcurrentHashMap's table [java.util.Properties, ConcurrentHashMap.transfer]. Of several faults
 * ZooKeeper names the one that comes first there.
 */

/** `new Properties()` asks for room for 8, which makes 16 buckets. */
const FIRST = 16;

/** Each key once, in the order in which Java gives them. @param keys as they were put */
export function tableOrder(keys: readonly string[]): readonly string[] {
  let table: string[][] = Array.from({ length: FIRST }, () => []);
  const seen = new Set<string>();
  for (const key of keys) {
    if (seen.has(key)) continue;
    seen.add(key);
    table[spread(key) & (table.length - 1)]?.push(key);
    if (seen.size >= table.length * 0.75) table = doubled(table);
  }
  return table.flat();
}

/**
 * Each bucket is split in two. The longest run at its end that goes to one half stays as it is; what
 * is before it is put in front, one by one, and so is turned round.
 */
function doubled(table: readonly (readonly string[])[]): string[][] {
  const size = table.length;
  const next: string[][] = Array.from({ length: size * 2 }, () => []);
  table.forEach((bucket, index) => {
    const bitOf = (key: string): number => spread(key) & size;
    const last = bitOf(bucket.at(-1) ?? '');
    let run = bucket.length;
    while (run > 0 && bitOf(bucket[run - 1] ?? '') === last) run -= 1;
    const halves: [string[], string[]] = [[], []];
    halves[last === 0 ? 0 : 1].push(...bucket.slice(run));
    for (const key of bucket.slice(0, run)) halves[bitOf(key) === 0 ? 0 : 1].unshift(key);
    next[index] = halves[0];
    next[index + size] = halves[1];
  });
  return next;
}

/** [String.hashCode, ConcurrentHashMap.spread] */
function spread(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(31, hash) + text.charCodeAt(i)) | 0;
  return (hash ^ (hash >>> 16)) & 0x7fffffff;
}
