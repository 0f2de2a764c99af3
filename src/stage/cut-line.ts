import type { Frame } from '../view/frame.ts';
import type { Link } from '../view/intervention.ts';
import { curveCrossing, lengthOf, pointOn } from './curve.ts';
import type { Point } from './geometry.ts';
import type { Layout } from './layout.ts';

/** A link that a drawn line crosses, and where. */
export interface Crossed extends Link {
  readonly at: Point;
  /** It is drawn, so that one sees it cut. */
  readonly seen: boolean;
}

/** The links that a drawn line crosses and that still work in some direction. */
export const crossedLinks = (
  line: readonly Point[],
  { processes, links }: Pick<Frame, 'processes' | 'links'>,
  layout: Pick<Layout, 'wires' | 'inset' | 'unseen'>,
): readonly Crossed[] => {
  if (line.length < 2) return [];
  const cut = new Set(links.filter((one) => one.cut).map(({ from, to }) => `${from}>${to}`));
  const found: Crossed[] = [];
  processes.forEach(({ pid: a }, i) => {
    for (const { pid: b } of processes.slice(i + 1)) {
      if (cut.has(`${a}>${b}`) && cut.has(`${b}>${a}`)) continue;
      const drawn = layout.wires(a, b);
      const seen = drawn.length > 0;
      for (const wire of seen ? drawn : (layout.unseen?.(a, b) ?? [])) {
        const t = curveCrossing(wire, line);
        if (t === null) continue;
        // Under the ends nothing of the link is seen.
        const length = lengthOf(wire);
        if (seen && Math.min(t, 1 - t) * length < layout.inset) continue;
        found.push({ a, b, at: pointOn(wire, t), seen });
        break;
      }
    }
  });
  return found;
};
