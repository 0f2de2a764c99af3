/** Lines of a Java properties file [java.util.Properties.load]. */

/** A `key=value` line, with the number (1-based) of the line on which it begins. */
export interface CfgLine {
  readonly number: number;
  readonly key: string;
  /** Without blanks at its ends, as most of ZooKeeper reads it. */
  readonly value: string;
  /** As it stands: blanks at the end belong to it. */
  readonly raw: string;
}

export interface Properties {
  readonly lines: readonly CfgLine[];
  /** Lines that hold a key and nothing else: its value is empty. */
  readonly bare: readonly { readonly number: number; readonly text: string }[];
  /** The first line with an escape that is none; Java reads nothing of such a file. */
  readonly malformed: number | null;
}

/**
 * Comments begin with `#` or `!`; a key ends at the first `=`, `:` or blank; a backslash escapes, and
 * at the end of a line it joins the next one.
 */
export function readProperties(text: string): Properties {
  const lines: CfgLine[] = [];
  const bare: { number: number; text: string }[] = [];
  let malformed: number | null = null;
  for (const { number, text: line } of logicalLines(text)) {
    if (/(?<!\\)(?:\\\\)*\\u(?![0-9a-fA-F]{4})/u.test(line)) malformed ??= number;
    const [, key = '', separator = '', value = ''] =
      /^((?:\\.|[^\\=:\s])*)(\s*[=:]\s*|\s*)(.*)$/su.exec(line) ?? [];
    if (separator === '') bare.push({ number, text: line });
    const raw = unescaped(value);
    lines.push({ number, key: unescaped(key).trim(), value: raw.trim(), raw });
  }
  return { lines, bare, malformed };
}

function logicalLines(text: string): { number: number; text: string }[] {
  const found: { number: number; text: string }[] = [];
  let open: { number: number; text: string } | null = null;
  for (const [index, raw] of text.split(/\r\n|\r|\n/u).entries()) {
    const trimmed = raw.replace(/^[ \t\f]+/u, '');
    if (open === null && /^([#!]|$)/u.test(trimmed)) continue;
    const before: { number: number; text: string } = open ?? { number: index + 1, text: '' };
    const continued = /(?:^|[^\\])(?:\\\\)*\\$/u.test(trimmed);
    const joined = before.text + (continued ? trimmed.slice(0, -1) : trimmed);
    open = continued ? { ...before, text: joined } : null;
    if (!continued) found.push({ ...before, text: joined });
  }
  if (open !== null) found.push(open);
  return found.filter((line) => line.text !== '');
}

const ESCAPES: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f' };

const unescaped = (text: string): string =>
  text.replaceAll(/\\(?:u([0-9a-fA-F]{4})|(.))/gsu, (_, hex?: string, letter = '') =>
    hex === undefined
      ? (ESCAPES[letter as string] ?? (letter as string))
      : String.fromCharCode(Number.parseInt(hex, 16)),
  );
