/** Support for tests: the first place where two values differ, deeply and with prototypes. */

/** @returns null when equal, otherwise the place and both values, such as "s.log[2]: 3 is not 4". */
export function difference(a: unknown, b: unknown, place: string): string | null {
  if (Object.is(a, b)) return null;
  if (!isObject(a) || !isObject(b)) return `${place}: ${show(a)} is not ${show(b)}`;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) {
    return `${place}: a ${a.constructor.name} is not a ${b.constructor.name}`;
  }
  if (a instanceof Map && b instanceof Map) return difference([...a], [...b], `${place}.entries`);
  if (a instanceof Set && b instanceof Set) return difference([...a], [...b], `${place}.values`);
  const keys = Object.keys(a);
  const others = Object.keys(b);
  if (keys.length !== others.length || keys.some((key) => !Object.hasOwn(b, key))) {
    return `${place}: ${show(a)} is not ${show(b)}`;
  }
  for (const key of keys) {
    const at = Array.isArray(a) ? `${place}[${key}]` : `${place}.${key}`;
    const found = difference(
      (a as Record<string, unknown>)[key],
      (b as Record<string, unknown>)[key],
      at,
    );
    if (found !== null) return found;
  }
  return null;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function show(value: unknown): string {
  const text = JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'bigint' ? `${inner}n` : inner,
  );
  return text ?? String(value);
}
