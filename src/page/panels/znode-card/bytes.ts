/** Bytes in one line. */
const LINE = 8;

export interface BytesLine {
  /** Of its first byte, in hex with four digits. */
  readonly offset: string;
  readonly bytes: string;
  /** What ASCII makes of them; a dot for everything else. */
  readonly letters: string;
}

/** @param hex two digits a byte */
export function bytesLines(hex: string): readonly BytesLine[] {
  const bytes = hex.match(/../gu) ?? [];
  return Array.from({ length: Math.ceil(bytes.length / LINE) }, (_, line) => {
    const here = bytes.slice(line * LINE, (line + 1) * LINE);
    return {
      offset: (line * LINE).toString(16).padStart(4, '0'),
      bytes: here.join(' '),
      letters: here.map(letter).join(''),
    };
  });
}

const letter = (byte: string): string => {
  const code = Number.parseInt(byte, 16);
  return code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : '·';
};

/** `cdrwa`: what an ACL allows, in zkCli's letters and their order. */
export const permsText = (perms: number): string =>
  [
    ['c', 4],
    ['d', 8],
    ['r', 1],
    ['w', 2],
    ['a', 16],
  ]
    .filter(([, bit]) => (perms & Number(bit)) !== 0)
    .map(([name]) => name)
    .join('');
