/** What Java makes of the name of a host [InetAddress.getByName], as far as no name server decides it. */

export type Host =
  /** An address; `unusable`: no machine has it. */
  | { readonly kind: 'address'; readonly unusable: boolean }
  /** A name server decides. */
  | { readonly kind: 'name' }
  /** It is none, and no name server knows it; with what Java says. */
  | { readonly kind: 'nothing'; readonly said: string };

const MOST_OCTET = 255;

/** 127.0.0.1, and also 127.1, 2130706433: the last part fills what the others leave. */
function ipv4(text: string): number | null {
  if (text.length > 15 || !/^\d+(?:\.\d+){0,3}$/u.test(text)) return null;
  const parts = text.split('.').map(Number);
  const last = parts.pop() ?? 0;
  const room = 256 ** (4 - parts.length);
  if (parts.some((part) => part > MOST_OCTET) || last >= room) return null;
  return parts.reduce((sum, part, at) => sum + part * 256 ** (3 - at), last);
}

function isIpv6(text: string): boolean {
  const [address = ''] = text.split('%');
  const halves = address.split('::');
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const tail = groups.at(-1) ?? '';
  const hasTail = tail.includes('.') && ipv4(tail) !== null;
  const hex = hasTail ? groups.slice(0, -1) : groups;
  if (halves.length > 2 || !hex.every((group) => /^[\da-f]{1,4}$/iu.test(group))) return false;
  const count = hex.length + (hasTail ? 2 : 0);
  return halves.length === 2 ? count < 8 : count === 8;
}

/** Of inet_aton(3), which would take hexadecimal parts, too; Java refuses what might be one. */
const isAmbiguous = (text: string): boolean =>
  /0x/iu.test(text) && /^(?:0x[\da-f]+|\d+)(?:\.(?:0x[\da-f]+|\d+)){0,3}$/iu.test(text);

export function hostOf(text: string): Host {
  const found = ipv4(text);
  // 0.0.0.0 stands for all; of what begins with 0 besides, nothing can be bound.
  if (found !== null) return { kind: 'address', unusable: found > 0 && found < 256 ** 3 };
  if (isAmbiguous(text)) return { kind: 'nothing', said: `Invalid IP address literal: ${text}` };
  const bare = /^\[(.*)\]$/u.exec(text)?.[1] ?? text;
  if (isIpv6(bare)) return { kind: 'address', unusable: false };
  if (text.includes(':') && /^[\da-f:]/iu.test(text))
    return { kind: 'nothing', said: `${text}: invalid IPv6 address literal` };
  if (/^[\d.]+$/u.test(text) || /[^\w.-]/u.test(text))
    return { kind: 'nothing', said: `${text}: Name or service not known` };
  return { kind: 'name' };
}
