/**
 * About how many bytes of a value another one, from which it came, does not share: what it costs to keep
 * both. What is the same object, or stood one or two places away, is shared.
 */
export function unshared(value: object, before: object | null, most = MOST): number {
  const walk = new Walk(most);
  walk.add(value, before);
  return walk.bytes();
}

/** Objects that are looked at, at most; what is left then is taken to be shared. */
const MOST = 60_000;

/** As V8 lays them out with pointers of eight bytes. */
const HEADER = 24;
const SLOT = 8;
const NUMBER = 16;
/** An entry of a map or a set, with its part of the table. */
const ENTRY = 36;
const SMALL = 0x7fff_ffff;
/** A longer list is compared place by place alone. */
const LONG = 256;

type Fields = readonly unknown[];

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

function fieldsOf(value: object): Fields {
  if (Array.isArray(value)) return value as Fields;
  if (value instanceof Map) return [...value.keys(), ...value.values()];
  return value instanceof Set ? [...value] : Object.values(value);
}

class Walk {
  private sum = 0;
  private readonly waiting: (readonly [object, object | null])[] = [];
  private readonly seen = new Set<object>();
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  add(value: object, before: object | null): void {
    if (value === before || this.seen.has(value)) return;
    this.seen.add(value);
    this.waiting.push([value, before]);
  }

  bytes(): number {
    for (let left = this.most; left > 0; left--) {
      const next = this.waiting.pop();
      if (next === undefined) break;
      this.open(...next);
    }
    return this.sum;
  }

  private open(value: object, before: object | null): void {
    const fields = fieldsOf(value);
    const table = value instanceof Map || value instanceof Set;
    this.sum += HEADER + fields.length * (table ? ENTRY : SLOT);
    const old = before === null ? [] : fieldsOf(before);
    const near = nearOf(old);
    for (const [place, each] of fields.entries()) {
      if (!isObject(each)) this.sum += sizeOf(each, old[place]);
      else if (!near.has(each)) {
        const was = old[place];
        this.add(each, isObject(was) ? was : null);
      }
    }
  }
}

/** What an object holds, and what its parts hold: a list that has moved on, a tree that has turned. */
function nearOf(old: Fields): ReadonlySet<unknown> {
  const near = new Set<unknown>();
  if (old.length > LONG) return near;
  for (const each of old) {
    if (!isObject(each)) continue;
    near.add(each);
    const inner = fieldsOf(each);
    if (inner.length <= LONG) for (const part of inner) if (isObject(part)) near.add(part);
  }
  return near;
}

function sizeOf(value: unknown, old: unknown): number {
  if (value === old) return 0;
  if (typeof value === 'string') return HEADER + value.length;
  return typeof value === 'number' && (Math.abs(value) > SMALL || !Number.isInteger(value))
    ? NUMBER
    : 0;
}
