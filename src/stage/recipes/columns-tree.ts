import { group, path, round } from '../shape.ts';
import type { Shape } from '../shape.ts';
import type { ColumnsLayout } from './columns-layout.ts';
import { nodePlaces, nodeShape, openEye, watchArc } from './nodes.ts';
import type { ClientView, NodeView, SceneView } from './scene.ts';
import type { RecipesSaying } from './words.ts';

/** Several watchers' eyes stand at themselves: one on each arc would be a heap. */
const MANY_EYES = 5;

const nodeHolder = (node: NodeView, clients: readonly ClientView[]): ClientView | undefined =>
  node.deletedAt !== null
    ? undefined
    : clients.find(({ pid, holds }) => pid === node.owner && holds.length > 0);

/** Nodes, whose they are, and who watches them. */
export function treeShapes(scene: SceneView, layout: ColumnsLayout, words: RecipesSaying): Shape[] {
  const places = nodePlaces(scene.nodes, layout);
  const shapes: Shape[] = [];
  const top = layout.clients - layout.half;
  for (const node of scene.nodes) {
    const place = places.get(node.path);
    if (place === undefined) continue;
    const owner = node.owner === null ? undefined : layout.columns.get(node.owner);
    if (owner !== undefined) {
      const holder = nodeHolder(node, scene.clients);
      // Where the name stands below the node it leaves from under that.
      const below = place.beside > 0 ? 16 : 35;
      shapes.push(
        path(`M${round(place.x)} ${round(place.y + below)}L${round(owner.x)} ${round(top)}`, {
          key: `owner-${node.path}`,
          style:
            node.deletedAt !== null
              ? {
                  fill: 'none',
                  stroke: 'var(--ink-3)',
                  strokeWidth: 1.4,
                  strokeDasharray: '1 4',
                  strokeLinecap: 'round',
                }
              : holder !== undefined
                ? { fill: 'none', stroke: 'var(--ink)', strokeWidth: 2.2 }
                : { fill: 'none', stroke: 'var(--ink)', strokeWidth: 1.4, strokeDasharray: '4 3' },
        }),
      );
    }
  }
  for (const node of scene.nodes) {
    const place = places.get(node.path);
    if (place === undefined || node.deletedAt !== null) continue;
    const eyed = node.watchers.length <= MANY_EYES;
    for (const { pid } of node.watchers) {
      const column = layout.columns.get(pid);
      if (column === undefined) continue;
      const own = scene.nodes.find(({ owner, deletedAt }) => owner === pid && deletedAt === null);
      const at = own === undefined ? undefined : places.get(own.path);
      const key = `watch-${pid}-${node.path}`;
      if (at !== undefined && own?.path !== node.path) shapes.push(watchArc(at, place, key, eyed));
      else shapes.push(...watchLine(column.x, top, place, key));
    }
  }
  return [
    ...shapes,
    ...scene.nodes.flatMap((node) => {
      const place = places.get(node.path);
      return place === undefined
        ? []
        : [nodeShape(node, place, nodeHolder(node, scene.clients), layout, words)];
    }),
  ];
}

/** From a client that owns nothing to what it watches; its eye stands above it. */
function watchLine(x: number, top: number, to: { x: number; y: number }, key: string): Shape[] {
  const aside = Math.abs(to.x - x) < 4 ? 14 : 0;
  const y = to.y + 15;
  return [
    group(
      [
        path(
          `M${round(x + aside)} ${round(top - 2)}L${round(to.x + aside / 2 + Math.sign(x - to.x) * 6)} ${round(y)}`,
          { style: { fill: 'none', stroke: 'var(--ink-3)', strokeWidth: 1.2 } },
        ),
        openEye(x + aside, top - 16),
      ],
      { key },
    ),
  ];
}
