/** Names of one session's own: `1f2e3d4c`. */

/** @param halves two numbers of chance, each from 0 to below 1 */
export const guidOf = (...halves: readonly [number, number]): string =>
  halves.map((half) => hex(Math.floor(half * 0x10000), 4)).join('');

/**
 * The guid of the session after this one's, without a draw of chance: of a sequence that takes each of
 * 2³² values before any comes again (Hull and Dobell: factor − 1 divisible by 4, increment odd).
 * @param guid another text than a guid's is its program's own, and stays
 */
export const nextGuid = (guid: string): string =>
  /^[\da-f]{8}$/u.test(guid)
    ? hex((Math.imul(Number.parseInt(guid, 16), 1_664_525) + 1_013_904_223) >>> 0, 8)
    : guid;

const hex = (number: number, digits: number): string => number.toString(16).padStart(digits, '0');
