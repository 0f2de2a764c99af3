/** A JSON value with some places changed: taken away, doubled, moved, or given what cannot be there. */
import type { Dice } from '../../src/runner/fuzz/dice.ts';
import { NUMBERS, TEXTS } from './values.ts';

type Holder = Record<string, unknown> | unknown[];

/** A place in a value: a list with an index, or a record with a key. */
interface Place {
  readonly holder: Holder;
  readonly key: string | number;
}

const isHolder = (value: unknown): value is Holder => typeof value === 'object' && value !== null;

function places(root: Holder): Place[] {
  const found: Place[] = [];
  const open: Holder[] = [root];
  for (let holder = open.pop(); holder !== undefined; holder = open.pop()) {
    const keys = Array.isArray(holder) ? holder.keys() : Object.keys(holder);
    for (const key of keys) {
      found.push({ holder, key });
      const value = get({ holder, key });
      if (isHolder(value)) open.push(value);
    }
  }
  return found;
}

const get = ({ holder, key }: Place): unknown => (holder as Record<string | number, unknown>)[key];

function set({ holder, key }: Place, value: unknown): void {
  // As JSON.parse does it: a key of this name is a key like any other.
  Object.defineProperty(holder, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

/** Levels: as an honest file has them, round the limit, and where whoever goes down by recursion falls. */
const NESTED: readonly (readonly [number, number])[] = [
  [1, 30],
  [60, 70],
  [400, 600],
];

function nested(levels: number): unknown {
  let value: unknown = 0;
  for (let i = 0; i < levels; i++) value = i % 2 === 0 ? [value] : { a: value };
  return value;
}

const strange = (dice: Dice): unknown => {
  switch (dice.between(0, 7)) {
    case 0:
    case 1:
      return dice.pick(NUMBERS);
    case 2:
    case 3:
      return dice.pick(TEXTS);
    case 4:
      return dice.pick([null, true, false]);
    case 5:
      return dice.pick([[], {}, [[]], [null], { a: 1 }]);
    case 6: {
      const [least, most] = dice.pick(NESTED);
      return nested(dice.magnitude(least, most));
    }
    default:
      return Array.from({ length: dice.magnitude(1, 3000) }, (_, i) => i);
  }
};

/** Changes a copy in 1 to 4 places; mostly it keeps its shape, so that it gets past the first check. */
export function mutatedJson(value: unknown, dice: Dice): unknown {
  const root: Holder = { value: structuredClone(value) };
  // Mostly one: where two are wrong, only the first is judged.
  for (let left = dice.chance(0.6) ? 1 : dice.between(2, 4); left > 0; left--) {
    const all = places(root);
    if (all.length === 0) break;
    change(chosen(root, all, dice), all, dice);
  }
  return (root as Record<string, unknown>)['value'];
}

/** One of all, one of those that are called the same, or one on the way down: each field has its turn. */
function chosen(root: Holder, all: readonly Place[], dice: Dice): Place {
  if (dice.chance(0.3)) return dice.pick(all);
  if (dice.chance(0.5)) return below(root, dice);
  const name = dice.pick([...new Set(all.map(({ key }) => key))].filter(isName));
  return dice.pick(all.filter(({ key }) => key === name));
}

const isName = (key: string | number): key is string => typeof key === 'string';

/** A place found on the way down, so that what stands at the top is not drowned by long lists below it. */
function below(root: Holder, dice: Dice): Place {
  let place: Place = { holder: root, key: 'value' };
  for (;;) {
    const holder = get(place);
    const keys = isHolder(holder) ? Object.keys(holder) : [];
    if (!isHolder(holder) || keys.length === 0 || dice.chance(0.15)) return place;
    place = { holder, key: dice.pick(keys) };
  }
}

const anotherText = (text: string, dice: Dice): string =>
  dice.chance(0.5) ? dice.pick(TEXTS) : text + dice.pick(TEXTS);

/** A text with a slip of the pen in it. */
function slipped(text: string, dice: Dice): string {
  const at = dice.chance(0.3) ? 0 : dice.between(0, text.length);
  const letter = text.slice(at, at + 1);
  const instead = dice.pick(['', letter + letter, letter.toUpperCase(), ' ', '/', '.', '0']);
  return text.slice(0, at) + instead + text.slice(at + 1);
}

function change(place: Place, all: readonly Place[], dice: Dice): void {
  const { holder, key } = place;
  const old = get(place);
  if (typeof old === 'string' && dice.chance(0.4)) {
    set(place, slipped(old, dice));
    return;
  }
  switch (dice.between(0, 7)) {
    case 0:
      if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else Reflect.deleteProperty(holder, key);
      return;
    case 1:
      if (Array.isArray(holder)) {
        const times = dice.magnitude(1, 300);
        holder.splice(Number(key), 0, ...Array.from({ length: times }, () => structuredClone(old)));
      } else set({ holder, key: dice.pick(TEXTS) }, old);
      return;
    case 2:
      set(place, structuredClone(get(dice.pick(all))));
      return;
    case 3:
      if (typeof old === 'number') set(place, old + dice.pick([-1, 1, 0.5, 1e6, -1e6]));
      else set(place, strange(dice));
      return;
    case 4:
      set(place, typeof old === 'number' ? dice.pick(NUMBERS) : strange(dice));
      return;
    case 5:
      set(place, typeof old === 'string' ? anotherText(old, dice) : strange(dice));
      return;
    case 6:
      if (Array.isArray(holder)) holder.reverse();
      else set({ holder, key: `${key}${dice.pick(['', ' ', 's', '0'])}` }, strange(dice));
      return;
    default:
      set(place, strange(dice));
  }
}
