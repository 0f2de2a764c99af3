import type { Frame } from '../../view/frame.ts';
import type { Micros, Pid } from '../../view/time.ts';
import { trimmed } from '../geometry.ts';
import { linkShapes } from '../links.ts';
import type { LinkOptions } from '../links.ts';
import { messageShapes } from '../messages.ts';
import type { MessageOptions } from '../messages.ts';
import { group, text } from '../shape.ts';
import type { Shape } from '../shape.ts';
import { eye } from '../znode/glyphs.ts';
import { clientShape } from './client.ts';
import type { ColumnsLayout } from './columns-layout.ts';
import { factsRow } from './facts-row.ts';
import { treeShapes } from './columns-tree.ts';
import { lastWrite } from './last-write.ts';
import { outsideHead, outsideShape } from './outside.ts';
import { programTable } from './program-table.ts';
import type { LineView, SceneView } from './scene.ts';
import { serverMarks } from './servers.ts';
import type { RecipesSaying } from './words.ts';

export interface SceneOptions extends MessageOptions, LinkOptions {
  readonly words: RecipesSaying;
  /** Whose part changed in the last step. */
  readonly changed: Pid | null;
  readonly reducedMotion: boolean;
  /** Of the row of facts so much on the right is taken. */
  readonly taken?: number;
  /** A line of a program in the reader's words. */
  readonly lineOf: (program: string, line: number) => LineView | undefined;
}

/** Clients in columns under what they own, their program once, and what stands outside below it. */
export function columnsScene(
  frame: Frame,
  scene: SceneView,
  layout: ColumnsLayout,
  now: Micros,
  options: SceneOptions,
): readonly Shape[] {
  const { words } = options;
  const still = [
    factsRow(scene.clients, layout, words, options.taken),
    group(heads(scene, layout, words), { key: 'heads' }),
    group(serverMarks(frame.processes, layout.servers, options), { key: 'servers' }),
    group(treeShapes(scene, layout, words), { key: 'tree' }),
    ...tableOf(scene, layout, options),
    group(outsideShapes(frame, scene, layout, options), { key: 'outside' }),
    group(
      scene.clients.flatMap((client) => {
        const column = layout.columns.get(client.pid);
        if (column === undefined) return [];
        const spot = {
          x: column.x,
          y: layout.clients,
          half: layout.half,
          tall: Math.min(17, layout.half + 2),
          room: layout.narrow ? Math.min(column.width, 90) : column.width,
        };
        return [
          clientShape(client, spot, {
            words,
            selected: options.selected === client.pid,
            changed: changeOf(client.pid, options),
          }),
        ];
      }),
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

const flies = ({ messages }: Frame, from: Pid, to: Pid): boolean =>
  messages.some((one) => one.from === from && one.to === to && one.status === 'flying');

const changeOf = (
  pid: Pid,
  { changed, reducedMotion }: SceneOptions,
): 'glow' | 'outline' | null => {
  if (changed !== pid) return null;
  return reducedMotion ? 'outline' : 'glow';
};

/** On a phone the tree's path stands below the hairline, and above the eyes on the arcs, which hide what is behind them. */
const PATH_ABOVE_EYES = 75.5;

/** What each row is, on the left. */
function heads(scene: SceneView, layout: ColumnsLayout, words: RecipesSaying): Shape[] {
  if (layout.narrow) {
    return scene.root === ''
      ? []
      : [
          text(8, PATH_ABOVE_EYES, trimmed(scene.root, 150, 12.5, 'mono'), {
            className: 'mono i2',
            style: { fontSize: 12.5 },
          }),
        ];
  }
  const { nodes, clients, left } = layout;
  const y = nodes - 8;
  return [
    ...(scene.root === ''
      ? []
      : [
          text(24, y, trimmed(scene.root, left - 40, 14, 'mono'), {
            className: 'mono b',
            style: { fontSize: 14 },
          }),
        ]),
    ...rootWatchers(scene, y, left, words),
    text(24, clients + 5, words.say('clients'), { className: 'm b' }),
  ];
}

/** Who watches the root's children: they are told of what comes and goes, whoever's it is. */
function rootWatchers(scene: SceneView, y: number, left: number, words: RecipesSaying): Shape[] {
  if (scene.rootWatchers.length === 0) return [];
  const names = scene.rootWatchers.map(
    (pid) => scene.clients.find((one) => one.pid === pid)?.name ?? String(pid),
  );
  const list =
    names.length > 4
      ? `${names.slice(0, 3).join(', ')} ${words.say('moreClients', { count: names.length - 3 })}`
      : names.join(', ');
  return [
    eye(33, y + 18, 'child'),
    text(48, y + 22, trimmed(list, left - 70, 13), {
      className: 's i2',
      title: words.say('watchChildren', { names: list }),
    }),
  ];
}

/** The program of whoever is looked at, or else of most. */
export const listingOf = (scene: SceneView, selected: Pid | null | undefined) => {
  const looked = scene.clients.find(({ pid }) => pid === selected);
  const count = new Map<string, number>();
  for (const { program } of scene.clients) count.set(program, (count.get(program) ?? 0) + 1);
  const most = [...count].reduce<[string, number]>(
    (best, one) => (one[1] > best[1] ? one : best),
    ['', 0],
  );
  const name = looked?.program ?? most[0];
  return scene.programs.find((one) => one.name === name) ?? scene.programs[0];
};

function tableOf(scene: SceneView, layout: ColumnsLayout, options: SceneOptions): Shape[] {
  if (layout.shown === 0) return [];
  const listing = listingOf(scene, options.selected);
  if (listing === undefined) return [];
  const looked =
    scene.clients.find(({ pid }) => pid === options.selected) ??
    scene.clients.find(({ holds }) => holds.length > 0);
  return [
    programTable(listing, scene.clients, layout, {
      words: options.words,
      changed: options.changed,
      looked: looked?.program === listing.name ? looked : undefined,
      lineOf: options.lineOf,
    }),
  ];
}

function outsideShapes(
  frame: Frame,
  scene: SceneView,
  layout: ColumnsLayout,
  options: SceneOptions,
): Shape[] {
  const { words } = options;
  const shapes: Shape[] = [];
  const captioned = layout.boxes.size > 1;
  const first = scene.outside.find(({ pid }) => layout.boxes.has(pid));
  const firstBox = first === undefined ? undefined : layout.boxes.get(first.pid);
  if (first !== undefined && firstBox !== undefined && !layout.narrow) {
    shapes.push(...outsideHead(first, captioned, firstBox.y, words));
  }
  for (const view of scene.outside) {
    const box = layout.boxes.get(view.pid);
    if (box === undefined) continue;
    // Its answer says the same while it flies there.
    if (view.kind === 'storage' && view.last !== null && !flies(frame, view.pid, view.last.by)) {
      shapes.push(
        ...lastWrite(view.last, view.fencing, view.greatest, scene, box.y, layout, words),
      );
    }
    shapes.push(
      outsideShape(view, box, {
        words,
        selected: options.selected ?? null,
        changed: options.changed,
        reducedMotion: options.reducedMotion,
        captioned,
      }),
    );
  }
  return shapes;
}
