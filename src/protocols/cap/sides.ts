/** Which servers reach each other, from what was done to the links. */
import type { Intervention } from '../../view/intervention.ts';
import type { CapSide } from '../../view/cap.ts';
import type { Pid } from '../../view/time.ts';

/** Directed links that are cut, as `from>to`. */
export type Links = ReadonlySet<string>;

export const noLinks: Links = new Set();

const key = (from: Pid, to: Pid): string => `${from}>${to}`;

/** The links of the processes of a world after somebody has done something to it. */
export function linksAfter(links: Links, what: Intervention): Links {
  const next = new Set(links);
  const cut = (a: Pid, b: Pid, oneWay: boolean): void => {
    next.add(key(a, b));
    if (!oneWay) next.add(key(b, a));
  };
  const mend = (a: Pid, b: Pid): void => {
    next.delete(key(a, b));
    next.delete(key(b, a));
  };
  switch (what.kind) {
    case 'cut':
      cut(what.from, what.to, what.oneWay);
      return next;
    case 'cut-links':
      for (const { a, b } of what.links) cut(a, b, false);
      return next;
    case 'mend':
      mend(what.a, what.b);
      return next;
    case 'mend-links':
      for (const { a, b } of what.links) mend(a, b);
      return next;
    case 'heal':
      return links.size === 0 ? links : noLinks;
    case 'partition':
      what.groups.forEach((group, index) => {
        if (what.oneWay && index > 0) return;
        for (const other of what.groups)
          if (other !== group)
            for (const a of group) for (const b of other) if (a !== b) cut(a, b, true);
      });
      return next;
    default:
      return links;
  }
}

/** Servers that reach each other both ways, directly or through others. */
export function groupsOf(servers: readonly Pid[], links: Links): readonly (readonly Pid[])[] {
  const reaches = (a: Pid, b: Pid): boolean => !links.has(key(a, b)) && !links.has(key(b, a));
  const left = new Set(servers);
  const groups: Pid[][] = [];
  for (const first of servers) {
    if (!left.delete(first)) continue;
    const group = [first];
    for (const one of group)
      for (const other of left)
        if (reaches(one, other)) {
          left.delete(other);
          group.push(other);
        }
    groups.push(group.toSorted((a, b) => a - b));
  }
  return groups;
}

export const isCutAmong = (servers: readonly Pid[], links: Links): boolean =>
  servers.some((a) => servers.some((b) => links.has(key(a, b))));

/** Where a server stands: what matters is how many it reaches itself, without going through others. */
export function sideOf(servers: readonly Pid[], links: Links, pid: Pid): CapSide {
  if (!isCutAmong(servers, links)) return 'whole';
  const reached = servers.filter(
    (other) => other === pid || (!links.has(key(pid, other)) && !links.has(key(other, pid))),
  );
  return reached.length * 2 > servers.length ? 'majority' : 'minority';
}
