import type { Micros } from '../../view/time.ts';
import { wrapped } from '../caption.ts';
import { trimmed } from '../geometry.ts';
import type { Box } from '../geometry.ts';
import { at, group, path, round, text } from '../shape.ts';
import type { Shape } from '../shape.ts';
import { eye, nodeGlyph } from '../znode/glyphs.ts';
import type { RegistryLayout } from './registry-layout.ts';
import { sessionShapes } from './registry-sessions.ts';
import type { Provided } from './registry-who.ts';
import type { SceneView } from './scene.ts';
import type { RecipesSaying } from './words.ts';

const middleOf = ({ x, width }: Box): number => x + width / 2;

/** The root, a node for each that is registered, and its session running down below it. */
export function registryTree(
  scene: SceneView,
  provided: readonly Provided[],
  layout: RegistryLayout,
  now: Micros,
  words: RecipesSaying,
): Shape[] {
  const { root, nodes, sessions, left, width, narrow } = layout;
  if (scene.root === '') {
    const room = width - left - 40;
    return wrapped(words.say('noRegistryText'), room, 15).map((line, i) =>
      text(left + 16, round(root + 5 + i * 23), line, { className: 'm i2' }),
    );
  }
  const standing = provided.flatMap((one) => {
    const box = layout.providers.get(one.view.pid);
    return box === undefined || one.node === undefined ? [] : [{ ...one, x: middleOf(box) }];
  });
  const middle = (left + width - (narrow ? 4 : 24)) / 2;
  const xs = standing.map(({ x }) => x);
  const twig = root + 18;
  const shapes: Shape[] = [
    ...(xs.length === 0
      ? []
      : [
          path(
            `M${round(middle)} ${root + 8}V${twig}M${round(Math.min(middle, ...xs))} ${twig}H${round(Math.max(middle, ...xs))}${xs.map((x) => `M${round(x)} ${twig}V${nodes - 9}`).join('')}`,
            { className: 'hair2' },
          ),
        ]),
    group(nodeGlyph('persistent', false), { transform: `${at(middle, root)} scale(1.25)` }),
    ...besideRoot(scene, middle, root, layout, words),
  ];
  for (const { view, client, node, x } of standing) {
    if (node === undefined) continue;
    const gone = node.deletedAt !== null;
    const name = trimmed(node.name, narrow ? 40 : 70, 13, 'bold');
    shapes.push(
      group(
        [
          group(nodeGlyph(node.ephemeral ? 'ephemeral' : 'persistent', node.sequential), {
            transform: `${at(x, nodes)} scale(1.45)`,
            ...(gone ? { style: { opacity: 0.5 } } : {}),
          }),
          ...(gone
            ? [
                path(`M${round(x - 13)} ${nodes + 13}L${round(x + 13)} ${nodes - 13}`, {
                  className: 'strike',
                }),
              ]
            : []),
          text(round(x + (narrow ? 12 : 17)), nodes + 5, name, {
            className: gone ? 's i2' : 's b',
            title: node.path,
          }),
        ],
        { key: `node-${view.pid}` },
      ),
      ...sessionShapes(
        view.pid,
        client?.session ?? null,
        client,
        x,
        sessions,
        layout.apart,
        now,
        words,
      ),
    );
  }
  return shapes;
}

/** An eye beside the root, and who watches its children; or that nobody is there who would tell them. */
function besideRoot(
  scene: SceneView,
  x: number,
  y: number,
  layout: RegistryLayout,
  words: RecipesSaying,
): Shape[] {
  // Before anybody has read it nothing goes on from a list.
  if (scene.registryDown === true && scene.clients.some(({ list }) => list.length > 0)) {
    const told = words.say('registryDown');
    const room = layout.width - x - 40;
    return [
      text(round(x + 22), round(y + 5), trimmed(told, room, 13, 'bold'), {
        className: 's b w-violation',
        title: told,
      }),
    ];
  }
  const names = scene.rootWatchers.map(
    (pid) => scene.clients.find((one) => one.pid === pid)?.name ?? String(pid),
  );
  if (names.length === 0) return [];
  const told = words.say('watchChildren', { names: names.join(', ') });
  const room = layout.width - x - 60;
  return [
    eye(x + 30, y, 'child'),
    text(round(x + 46), round(y + 5), trimmed(told, room, 13), { className: 's i2', title: told }),
  ];
}
