/** Numbers as Java reads them. Exact for all of a long: JavaScript's own numbers are not. */
import { NumberFormat } from './failures.ts';

const INT = { least: -(2n ** 31n), most: 2n ** 31n - 1n };
const LONG = { least: -(2n ** 63n), most: 2n ** 63n - 1n };

/** [Integer.parseInt] @throws NumberFormat */
export const parseInt32 = (text: string): number => Number(parse(text, 10, INT));

/** [Long.parseLong] @throws NumberFormat */
export const parseInt64 = (text: string, radix: 10 | 16 = 10): bigint => parse(text, radix, LONG);

/** With `0x`, `#` or a leading `0` for other bases [Integer.decode]. @throws NumberFormat */
export function decodeInt32(text: string): number {
  if (text === '') throw new NumberFormat('Zero length string');
  const [, sign = '', prefix = '', digits = ''] =
    /^([+-]?)(0[xX]|#|0(?=.))?(.*)$/su.exec(text) ?? [];
  if (/^[+-]/u.test(digits)) throw new NumberFormat('Sign character in wrong position');
  const radix = prefix === '' ? 10 : prefix === '0' ? 8 : 16;
  return Number(parse(`${sign === '-' ? '-' : ''}${digits}`, radix, INT));
}

const DIGITS = { 8: /^[0-7]+$/u, 10: /^[0-9]+$/u, 16: /^[0-9a-fA-F]+$/u };
const LITERAL = { 8: '0o', 10: '', 16: '0x' };

function parse(text: string, radix: 8 | 10 | 16, { least, most }: typeof INT): bigint {
  const [, sign, digits = ''] = /^([+-]?)(.*)$/su.exec(text) ?? [];
  const value = DIGITS[radix].test(digits) ? BigInt(`${LITERAL[radix]}${digits}`) : null;
  const signed = value === null || sign !== '-' ? value : -value;
  if (signed === null || signed < least || signed > most) {
    const under = radix === 10 ? '' : ` under radix ${radix}`;
    throw new NumberFormat(`For input string: "${text}"${under}`);
  }
  return signed;
}

/** Whether [Double.parseDouble] would take it: commons-cli calls such a token a negative number. */
export const isDouble = (text: string): boolean =>
  /^\s*[+-]?(NaN|Infinity|((\d+\.?\d*|\.\d+)([eE][+-]?\d+)?|0[xX]([\da-fA-F]+\.?|[\da-fA-F]*\.[\da-fA-F]+)[pP][+-]?\d+)[fFdD]?)\s*$/u.test(
    text,
  );
