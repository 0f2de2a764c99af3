import type { Frame } from '../../view/frame.ts';
import type { Micros } from '../../view/time.ts';
import { boldWidth, textWidth, trimmed } from '../geometry.ts';
import { linkShapes } from '../links.ts';
import { messageShapes } from '../messages.ts';
import { group, path, round, text } from '../shape.ts';
import type { Shape } from '../shape.ts';
import type { SceneOptions } from './columns.ts';
import { lasting } from './lasting.ts';
import type { RegistryLayout } from './registry-layout.ts';
import { consumerShape, providerShape } from './registry-parties.ts';
import { registryTree } from './registry-tree.ts';
import { consumersOf, providedOf } from './registry-who.ts';
import type { Provided } from './registry-who.ts';
import type { SceneView } from './scene.ts';
import { serverMarks } from './servers.ts';
import type { RecipesSaying } from './words.ts';

/** A registry, its providers with their sessions, and consumers that call past it from lists of their own. */
export function registryScene(
  frame: Frame,
  scene: SceneView,
  layout: RegistryLayout,
  now: Micros,
  options: SceneOptions,
): readonly Shape[] {
  const { words } = options;
  const provided = providedOf(scene);
  const still = [
    group(headRow(scene, layout, words, options.taken), { key: 'facts' }),
    group(heads(scene, provided, layout, words), { key: 'heads' }),
    group(serverMarks(frame.processes, layout.servers, options), { key: 'servers' }),
    group(registryTree(scene, provided, layout, now, words), { key: 'tree' }),
    group(
      [
        ...provided.flatMap((one) => providerShape(one, frame, layout, options)),
        ...consumersOf(scene).flatMap((one) =>
          consumerShape(one, provided, frame, layout, options),
        ),
      ],
      { key: 'processes' },
    ),
  ];
  const messages = messageShapes(frame, layout, now, options, still);
  return [
    group(linkShapes(frame, layout, options), { key: 'links' }),
    group(messages.trails, { key: 'trails' }),
    ...still,
    group(messages.slips, { key: 'slips' }),
  ];
}

function headRow(
  scene: SceneView,
  layout: RegistryLayout,
  words: RecipesSaying,
  taken = 0,
): Shape[] {
  const x0 = layout.narrow ? 8 : 24;
  const right = layout.width - (layout.narrow ? 108 : x0) - taken;
  const shapes: Shape[] = [];
  let x = x0;
  for (const [word, value] of [
    [words.say('callsAnswered'), scene.calls.answered],
    [words.say(scene.root === '' ? 'callsFailedAlone' : 'callsFailed'), scene.calls.failed],
    ...(scene.root === '' ? [] : [[words.say('registryMessages'), scene.calls.reads] as const]),
  ] as const) {
    const wide = textWidth(word, 15) * 0.94 + 10;
    if (x + wide + 30 > right) break;
    shapes.push(
      text(round(x), 40, word, { className: 'm i2' }),
      text(round(x + wide), 41, String(value), { className: 'xl b' }),
    );
    x += wide + boldWidth(String(value), 22) + 28;
  }
  shapes.push(path(`M${x0} 61.5H${round(layout.width - x0)}`, { className: 'hair' }));
  return shapes;
}

function heads(
  scene: SceneView,
  provided: readonly Provided[],
  layout: RegistryLayout,
  words: RecipesSaying,
): Shape[] {
  if (layout.narrow) return [];
  const head = (y: number, first: string, second: string, className = 'xs i2'): Shape[] => [
    text(24, round(y), trimmed(first, 186, 15, 'bold'), { className: 'm b' }),
    ...(second === ''
      ? []
      : [text(24, round(y + 19), trimmed(second, 186, 12), { className, title: second })]),
  ];
  const box = layout.providers.values().next().value;
  const below = layout.consumers.values().next().value;
  const timeout = provided.find(({ client }) => client?.session)?.client?.session?.timeout;
  const registered = scene.root !== '';
  return [
    ...head(
      layout.root + 5,
      words.say(registered ? 'theRegistry' : 'noRegistry'),
      scene.root,
      'xs i2 mono',
    ),
    ...(registered && timeout !== undefined
      ? head(
          layout.sessions + 22,
          words.say('sessions'),
          words.say('sessionsEnd', { time: lasting(timeout * 1000, words) }),
        )
      : []),
    ...(box === undefined
      ? []
      : head(box.y + 26, words.say('providers'), words.say('calledDirectly'))),
    ...(below === undefined
      ? []
      : head(below.y + 17, words.say('consumers'), words.say('ownList'))),
  ];
}
