/**
 * In which order a server gives a connection's identities: they lie in a ConcurrentHashMap
 * [ServerCnxn.authInfo], which `whoAmI` and the expansion of `auth` walk through.
 */
import type { Id } from '../records/acl.ts';
import { javaHash, spread } from '../records/java-hash.ts';

const FIRST_TABLE = 16;

/** [Id.hashCode, as Jute writes it] */
const hashOf = ({ scheme, id }: Id): number =>
  (Math.imul(37, (Math.imul(37, 17) + javaHash(scheme)) | 0) + javaHash(id)) | 0;

/** @param ids in the order in which the connection got them, each once */
export function idsInOrder(ids: readonly Id[]): readonly Id[] {
  let bins: readonly (readonly Id[])[] = Array.from({ length: FIRST_TABLE }, () => []);
  for (const [index, id] of ids.entries()) {
    const bin = spread(hashOf(id)) & (bins.length - 1);
    bins = bins.with(bin, [...(bins[bin] ?? []), id]);
    // Already when it is as full as that, where a HashMap waits for one more.
    if (index + 1 >= bins.length * 0.75) bins = doubled(bins);
  }
  return bins.flat();
}

/** A bin goes to two; its end stays as it is, what was before it comes out reversed [transfer]. */
function doubled(bins: readonly (readonly Id[])[]): readonly (readonly Id[])[] {
  const isHigh = (id: Id): boolean => (spread(hashOf(id)) & bins.length) !== 0;
  const halves = bins.map((bin) => {
    const last = bin.at(-1);
    const other = bin.findLastIndex((id) => last !== undefined && isHigh(id) !== isHigh(last));
    return [...bin.slice(0, other + 1).toReversed(), ...bin.slice(other + 1)];
  });
  return [
    ...halves.map((bin) => bin.filter((id) => !isHigh(id))),
    ...halves.map((bin) => bin.filter(isHigh)),
  ];
}
