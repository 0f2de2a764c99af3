/** Whether a text is `a.b.c.d` or `a.b.c.d/bits` [IPAuthenticationProvider.isValid]. */
export const isIpRange = (text: string): boolean => rangeOf(text) !== null;

/** Whether an address lies in a range [IPAuthenticationProvider.matches]. */
export function ipMatches(address: string, wanted: string): boolean {
  const range = rangeOf(wanted);
  const number = addressOf(address);
  if (range === null || number === null) return false;
  const mask = range.bits === 0 ? 0 : -1 << (32 - range.bits);
  return (range.address & mask) === (number & mask);
}

function rangeOf(text: string): { address: number; bits: number } | null {
  const slash = text.indexOf('/');
  const address = addressOf(slash === -1 ? text : text.slice(0, slash));
  const bits = slash === -1 ? '32' : text.slice(slash + 1);
  if (address === null || !/^[+-]?\d+$/.test(bits)) return null;
  return Number(bits) >= 0 && Number(bits) <= 32 ? { address, bits: Number(bits) } : null;
}

function addressOf(text: string): number | null {
  const parts = text.split('.');
  if (parts.length !== 4) return null;
  let address = 0;
  for (const part of parts) {
    if (!/^[+-]?\d+$/.test(part) || Number(part) < 0 || Number(part) > 255) return null;
    address = (address << 8) | Number(part);
  }
  return address;
}
