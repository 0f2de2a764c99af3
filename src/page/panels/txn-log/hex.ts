import type { RecordField } from '../../../view/zookeeper-ask.ts';

/** Neighbouring bytes of one line that belong to one field. */
export interface HexRun {
  /** Its index; −1: bytes of no field. */
  readonly field: number;
  /** `00 1f`, and the same as characters, with a dot for what has none. */
  readonly hex: string;
  readonly text: string;
}

export interface HexLine {
  /** Of its first byte. */
  readonly offset: number;
  readonly runs: readonly HexRun[];
}

/**
 * Bytes in lines, as a hex dump has them, each with the field that it belongs to.
 * @param bytes two digits a byte
 * @param fields in the order of their bytes
 */
export function hexLines(
  bytes: string,
  fields: readonly Pick<RecordField, 'from' | 'to'>[],
  perLine: number,
): readonly HexLine[] {
  const lines: HexLine[] = [];
  let field = 0;
  for (let offset = 0; offset < bytes.length / 2; offset += perLine) {
    const runs: { field: number; hex: string; text: string }[] = [];
    for (let at = offset; at < Math.min(offset + perLine, bytes.length / 2); at++) {
      while ((fields[field]?.to ?? Infinity) <= at) field++;
      const found = fields[field];
      const own = found !== undefined && found.from <= at ? field : -1;
      const digits = bytes.slice(at * 2, at * 2 + 2);
      const last = runs.at(-1);
      if (last?.field === own) {
        last.hex += ` ${digits}`;
        last.text += characterOf(digits);
      } else runs.push({ field: own, hex: digits, text: characterOf(digits) });
    }
    lines.push({ offset, runs });
  }
  return lines;
}

function characterOf(digits: string): string {
  const code = Number.parseInt(digits, 16);
  return code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : '.';
}
