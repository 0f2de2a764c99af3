/** Lines of a Java properties file [java.util.Properties.load]. */

/** A `key=value` line, with the number (1-based) of the line on which it begins. */
export interface CfgLine {
  readonly number: number;
  readonly key: string;
  readonly value: string;
}

export interface Properties {
  readonly lines: readonly CfgLine[];
  /** Lines that hold a key and nothing else. */
  readonly bare: readonly { readonly number: number; readonly text: string }[];
}

/**
 * Comments begin with `#` or `!`; a key ends at the first `=`, `:` or blank; a backslash escapes, and
 * at the end of a line it joins the next one.
 */
export function readProperties(text: string): Properties {
  const lines: CfgLine[] = [];
  const bare: { number: number; text: string }[] = [];
  for (const { number, text: line } of logicalLines(text)) {
    const [, key = '', value] = /^((?:\\.|[^\\=:\s])*)(?:\s*[=:]\s*|\s+)(.*)$/su.exec(line) ?? [];
    if (value === undefined || key === '') bare.push({ number, text: line });
    else lines.push({ number, key: unescaped(key), value: unescaped(value).trim() });
  }
  return { lines, bare };
}

function logicalLines(text: string): { number: number; text: string }[] {
  const found: { number: number; text: string }[] = [];
  let open: { number: number; text: string } | null = null;
  for (const [index, raw] of text.split(/\r\n|\r|\n/u).entries()) {
    const trimmed = raw.trimStart();
    if (open === null && /^([#!]|$)/u.test(trimmed)) continue;
    const before: { number: number; text: string } = open ?? { number: index + 1, text: '' };
    const continued = /(?:^|[^\\])(?:\\\\)*\\$/u.test(trimmed);
    const joined = before.text + (continued ? trimmed.slice(0, -1) : trimmed);
    open = continued ? { ...before, text: joined } : null;
    if (!continued) found.push({ ...before, text: joined.trimEnd() });
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
