/** A copy of a map with one entry set; by hand, since `new Map(map)` makes two objects for each entry that it reads. */
export function withEntry<K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> {
  const copy = new Map<K, V>();
  for (const [each, its] of map) copy.set(each, its);
  return copy.set(key, value);
}
