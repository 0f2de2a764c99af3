/** What `JSON.parse` does not say of a text: how deep it is nested, how much stands in an object, and which key twice. */
export interface Scanned {
  /** The place of the first value below `deepest` levels; null: there is none. */
  readonly deep: string | null;
  /** The place of the first object with more than `most` keys, where the pass ends; null: there is none. */
  readonly many: string | null;
  readonly twice: { readonly where: string; readonly key: string } | null;
}

interface Level {
  /** Of an object, the keys so far; of a list null. */
  readonly keys: Set<string> | null;
  /** The key or the place of the value that is being read. */
  at: string | number;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * One pass without recursion, in time linear in the text. Of a text that is no JSON it may say
 * anything: `JSON.parse` refuses that.
 */
export function scanJson(text: string, deepest: number, most = Infinity): Scanned {
  const levels: Level[] = [];
  let twice: Scanned['twice'] = null;
  for (let i = 0; i < text.length; i++) {
    switch (text.charCodeAt(i)) {
      case QUOTE: {
        const end = endOfString(text, i);
        const top = levels.at(-1);
        if (top?.keys && isKey(text, end)) {
          const key = keyText(text.slice(i, end));
          if (twice === null && top.keys.has(key)) twice = { where: placeOf(levels, -1), key };
          top.keys.add(key);
          if (top.keys.size > most) return { deep: null, many: placeOf(levels, -1), twice };
          top.at = key;
        }
        i = end - 1;
        break;
      }
      case 0x7b: // {
      case 0x5b: // [
        if (levels.length >= deepest) return { deep: placeOf(levels), many: null, twice };
        levels.push(
          text.charCodeAt(i) === 0x7b ? { keys: new Set(), at: '' } : { keys: null, at: 0 },
        );
        break;
      case 0x7d: // }
      case 0x5d: // ]
        levels.pop();
        break;
      case 0x2c: {
        // ,
        const top = levels.at(-1);
        if (typeof top?.at === 'number') top.at++;
        break;
      }
      default:
        break;
    }
  }
  return { deep: null, many: null, twice };
}

/** Behind the closing quote. */
function endOfString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === BACKSLASH) i++;
    else if (code === QUOTE) return i + 1;
  }
  return text.length;
}

function isKey(text: string, end: number): boolean {
  let i = end;
  while (text.charCodeAt(i) <= 0x20) i++;
  return text.charCodeAt(i) === 0x3a;
}

function keyText(quoted: string): string {
  if (!quoted.includes('\\')) return quoted.slice(1, -1);
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted;
  }
}

/** `steps[2].until`, of as many levels as are there, or all but the last. */
const placeOf = (levels: readonly Level[], end?: number): string =>
  levels
    .slice(0, end)
    .map(({ at }) => at)
    .reduce<string>((path, at) => {
      if (typeof at === 'number') return `${path}[${at}]`;
      if (!/^[A-Za-z_$][\w$-]*$/u.test(at)) return `${path}[${JSON.stringify(at)}]`;
      return path === '' ? at : `${path}.${at}`;
    }, '');
