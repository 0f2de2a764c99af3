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

/** So few are looked for one by one, more with a set. */
const FEW = 8;

type Fields = readonly unknown[];

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

function fieldsOf(value: object): Fields {
  if (Array.isArray(value)) return value as Fields;
  if (value instanceof Map) return [...value.keys(), ...value.values()];
  return value instanceof Set ? [...value] : Object.values(value);
}

/**
 * One checkpoint in sixty-four of a run that plays is measured so, over some hundred objects. Hence no iterators
 * and hardly a list or a set of its own: they were a quarter of all that a run threw away.
 */
class Walk {
  private sum = 0;
  /** In pairs: what is to be opened, and what it was. */
  private readonly waiting: (object | null)[] = [];
  private readonly seen = new Set<object>();
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  add(value: object, before: object | null): void {
    if (value === before || this.seen.has(value)) return;
    this.seen.add(value);
    this.waiting.push(value, before);
  }

  bytes(): number {
    const { waiting } = this;
    for (let left = this.most; left > 0 && waiting.length > 0; left--) {
      const before = waiting.pop() as object | null;
      this.open(waiting.pop() as object, before);
    }
    return this.sum;
  }

  private open(value: object, before: object | null): void {
    const fields = fieldsOf(value);
    const table = value instanceof Map || value instanceof Set;
    this.sum += HEADER + fields.length * (table ? ENTRY : SLOT);
    if (before === null) {
      for (let place = 0; place < fields.length; place++) {
        const each = fields[place];
        if (isObject(each)) this.add(each, null);
        else this.sum += sizeOf(each);
      }
      return;
    }
    const old = fieldsOf(before);
    const strange: (object | null)[] = [];
    const places: number[] = [];
    for (let place = 0; place < fields.length; place++) {
      const each = fields[place];
      if (each === old[place]) continue;
      if (isObject(each)) {
        strange.push(each);
        places.push(place);
      } else {
        this.sum += sizeOf(each);
      }
    }
    if (strange.length === 0) return;
    if (old.length <= LONG) strikeNear(strange, old);
    for (let i = 0; i < strange.length; i++) {
      const each = strange[i] ?? null;
      const was = old[places[i] as number];
      if (each !== null) this.add(each, isObject(was) ? was : null);
    }
  }
}

/**
 * Strikes from a list what an object held, or what its parts held: a list has moved on, a tree has
 * turned.
 */
function strikeNear(strange: (object | null)[], old: Fields): void {
  const many = strange.length > FEW ? new Set<unknown>() : null;
  for (let place = 0; place < old.length; place++) {
    const each = old[place];
    if (!isObject(each)) continue;
    if (many === null) strike(strange, each);
    else many.add(each);
    const inner = fieldsOf(each);
    if (inner.length > LONG) continue;
    for (let i = 0; i < inner.length; i++) {
      const part = inner[i];
      if (!isObject(part)) continue;
      if (many === null) strike(strange, part);
      else many.add(part);
    }
  }
  if (many === null) return;
  for (let i = 0; i < strange.length; i++) if (many.has(strange[i])) strange[i] = null;
}

function strike(strange: (object | null)[], found: object): void {
  for (let i = 0; i < strange.length; i++) if (strange[i] === found) strange[i] = null;
}

function sizeOf(value: unknown): number {
  if (typeof value === 'string') return HEADER + value.length;
  return typeof value === 'number' && (Math.abs(value) > SMALL || !Number.isInteger(value))
    ? NUMBER
    : 0;
}
