/** The pipeline of a member by its role: what answers a client, and beside it what its log does. */
import type { ZooKeeperServerView } from '../../../view/zookeeper.ts';
import type { Box, Size } from '../../geometry.ts';
import { path, round } from '../../shape.ts';
import type { Drawing, Shape } from '../../shape.ts';
import { stageShapes } from '../pipeline.ts';
import type { PipelineOptions, PlacedStage } from '../pipeline.ts';

type Stage = PlacedStage['stage'];

/** The one way, and the other: only a leader prepares. */
const WAYS: Readonly<Record<'leader' | 'learner', readonly [readonly Stage[], readonly Stage[]]>> =
  {
    leader: [
      ['prep', 'commit', 'final'],
      ['sync', 'flush'],
    ],
    learner: [
      ['commit', 'final'],
      ['sync', 'flush'],
    ],
  };

const GAP = 22;
/** Between the two ways, where they stand in one row. */
const APART = 44;
/** Two rows of stages with a request each need as much. */
const TWO_ROWS = 190;

/** In two rows, or side by side where there is no room for them. */
export function memberPipeline(
  server: ZooKeeperServerView,
  { width, height }: Size,
  options: PipelineOptions,
): Drawing {
  const leads = server.member?.leader === server.pid;
  const [first, second] = WAYS[leads ? 'leader' : 'learner'];
  const boxes = height < TWO_ROWS ? sideBySide : oneBelow;
  const [above, below] = boxes(first.length, second.length, { width, height });
  const placed = [...chain(first, above), ...chain(second, below)];
  const [from, to] = [above[0], below[0]];
  const shapes = [...stageShapes(server, placed, { ...options, server: server.pid })];
  if (from !== undefined && to !== undefined)
    shapes.push(to.y > from.y ? (leads ? downFrom(from, to) : rule(from, to)) : rule(from, to));
  return { shapes, width, height };
}

const chain = (stages: readonly Stage[], boxes: readonly Box[]): PlacedStage[] =>
  stages.flatMap((stage, i) => {
    const box = boxes[i];
    return box === undefined ? [] : [{ stage, box, before: boxes[i - 1] }];
  });

type Boxes = readonly [readonly Box[], readonly Box[]];

function sideBySide(first: number, second: number, { width, height }: Size): Boxes {
  const wide = (width - (first + second - 2) * GAP - APART) / (first + second);
  const row = (count: number, from: number): Box[] =>
    Array.from({ length: count }, (_, i) => ({
      x: from + i * (wide + GAP),
      y: 0,
      width: wide,
      height,
    }));
  return [row(first, 0), row(second, first * wide + (first - 1) * GAP + APART)];
}

/** The log's stages stand below the last ones of the other way. */
function oneBelow(first: number, second: number, { width, height }: Size): Boxes {
  const wide = (width - (first - 1) * GAP) / first;
  const tall = (height - GAP) / 2;
  const row = (count: number, from: number, y: number): Box[] =>
    Array.from({ length: count }, (_, i) => ({
      x: (from + i) * (wide + GAP),
      y,
      width: wide,
      height: tall,
    }));
  return [row(first, 0, 0), row(second, first - second, tall + GAP)];
}

/** What is prepared goes to the log as well. */
function downFrom(from: Box, to: Box): Shape {
  const x = round(from.x + from.width / 2);
  const y = round(to.y + to.height / 2);
  const end = round(to.x - 3);
  return path(
    `M${x} ${round(from.y + from.height + 2)}V${y}H${end}M${end - 5} ${y - 4}L${end} ${y}L${end - 5} ${y + 4}`,
    { key: 'logs', style: { fill: 'none', stroke: 'var(--line)', strokeWidth: 1.4 } },
  );
}

/** Between two ways that a transaction takes at the same time. */
function rule(from: Box, to: Box): Shape {
  const isBelow = to.y > from.y;
  const d = isBelow
    ? `M${round(from.x)} ${round(to.y - GAP / 2)}H${round(from.x + 2 * from.width + GAP)}`
    : `M${round(to.x - APART / 2)} ${round(to.y)}V${round(to.y + to.height)}`;
  return path(d, { key: 'apart', className: 'hair' });
}
