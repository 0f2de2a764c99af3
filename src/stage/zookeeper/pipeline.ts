import type { JobView, StageView, ZooKeeperServerView } from '../../view/zookeeper.ts';
import { zxidText } from '../../view/zxid.ts';
import { claimColour } from '../colours.ts';
import { textWidth, trimmed } from '../geometry.ts';
import type { Box } from '../geometry.ts';
import { at, group, path, rect, round, text } from '../shape.ts';
import type { Shape } from '../shape.ts';
import type { ZooKeeperSaying } from './words.ts';
import type { ZooKeeperLayout } from './layout.ts';

export interface PipelineOptions {
  readonly words: ZooKeeperSaying;
  /** The colour of whoever asks, as its messages have it. */
  readonly claimOf: (client: number) => number | null;
  /** The request that the last step moved. */
  readonly moved: number | null;
  readonly reducedMotion: boolean;
  /** Whose requests a press on a stage waits for; left out: anybody's. */
  readonly server?: number;
}

const TITLE = 20;
const JOB = 44;
const STAGES = ['prep', 'sync', 'flush', 'final'] as const;

/** Where a stage stands, and the box from which requests come to it, on its left. */
export interface PlacedStage {
  readonly stage: StageView['stage'];
  readonly box: Box;
  readonly before: Box | undefined;
}

/** The stages of a server that stands alone, one behind the other. */
export const pipelineShapes = (
  server: ZooKeeperServerView,
  { stages }: Pick<ZooKeeperLayout, 'stages'>,
  options: PipelineOptions,
): readonly Shape[] =>
  stageShapes(
    server,
    STAGES.flatMap((stage, i) => {
      const box = stages[i];
      return box === undefined ? [] : [{ stage, box, before: stages[i - 1] }];
    }),
    options,
  );

/** The stages with the requests that stand in them; a request keeps its key from stage to stage. */
export function stageShapes(
  server: ZooKeeperServerView,
  placed: readonly PlacedStage[],
  options: PipelineOptions,
): readonly Shape[] {
  // What a kill has taken is shown where it stood, until the server is started again.
  const gone = server.lost !== null;
  const stages = server.lost?.stages ?? server.stages;
  const frames: Shape[] = [];
  const jobs: Shape[] = [];
  placed.forEach(({ stage: name, box, before }) => {
    const stage = stages.find((one) => one.stage === name);
    const count = stage?.count ?? 0;
    const room = Math.max(1, Math.floor((box.height - TITLE - 4) / JOB));
    const shown = stage?.jobs.slice(0, room) ?? [];
    const more = count - shown.length;
    frames.push(stageFrame(box, name, count, more, before, options));
    if (count > shown.length) {
      frames.push(
        text(round(box.x + box.width - 8), round(box.y + 14), `+${count - shown.length}`, {
          key: `more-${name}`,
          anchor: 'end',
          className: 'xs b',
        }),
      );
    }
    shown.forEach((job, row) => {
      const y = box.y + TITLE + 4 + row * JOB;
      const shape = jobShape(job, name, box, y, options);
      jobs.push(gone ? taken(shape, box, y) : shape);
    });
  });
  return [...frames, ...jobs];
}

/** A request that was there when the server was killed: pale, and struck out. */
const taken = (shape: Shape, box: Box, y: number): Shape =>
  group(
    [
      group([shape], { style: { opacity: 0.45 } }),
      path(`M${round(box.x + 6)} ${round(y + 10)}H${round(box.x + box.width - 6)}`, {
        className: 'strike',
      }),
    ],
    { key: `taken-${shape.key ?? ''}` },
  );

function stageFrame(
  box: Box,
  stage: StageView['stage'],
  count: number,
  more: number,
  before: Box | undefined,
  { words, server }: PipelineOptions,
): Shape {
  const busy = count > 0;
  const children: Shape[] = [
    rect(0, 0, round(box.width), round(box.height), {
      rx: 5,
      style: {
        fill: 'var(--paper)',
        stroke: busy ? 'var(--ink)' : 'var(--rule)',
        strokeWidth: busy ? 1.6 : 1.2,
      },
    }),
    text(8, 14, trimmed(words.say(`stages.${stage}`), box.width - (more > 0 ? 42 : 12), 12), {
      className: busy ? 'xs b' : 'xs i2',
    }),
  ];
  if (before !== undefined) {
    const gap = box.x - before.x - before.width;
    const y = round(box.height / 2);
    children.push(
      path(`M${round(-gap + 2)} ${y}H-3M-7 ${y - 4}L-2.5 ${y}L-7 ${y + 4}`, {
        style: { fill: 'none', stroke: 'var(--line)', strokeWidth: 1.4 },
      }),
    );
  }
  return group(children, {
    key: `stage-${stage}`,
    className: 'stage-box',
    role: 'button',
    label: words.say('runUntil', { stage: words.say(`stages.${stage}`) }),
    title: words.say('runUntil', { stage: words.say(`stages.${stage}`) }),
    action: { until: { atStage: { stage, ...(server === undefined ? {} : { server }) } } },
    transform: at(box.x, box.y),
  });
}

/** What a request is called: by its cxid, if a program asked it. */
const nameOf = ({ cxid, op }: JobView): string =>
  cxid === null || cxid < 0 ? op : `${cxid} ${op}`;

/** `7 create` in the colour of who asks; below it the zxid that Prep has given, and the path. */
function jobShape(
  job: JobView,
  stage: StageView['stage'],
  box: Box,
  y: number,
  { claimOf, moved, reducedMotion }: PipelineOptions,
): Shape {
  const width = round(box.width - 12);
  const colour = claimOf(job.client) === null ? 'var(--ink-2)' : claimColour(claimOf(job.client));
  const label = trimmed(nameOf(job), width - 16, 12);
  const hollow = job.failed;
  const tip = width - 6;
  const children: Shape[] = [
    path(`M0 0H${tip - 4}L${width} 10L${tip - 4} 20H0Z`, {
      style: hollow ? { fill: 'var(--paper)', stroke: colour, strokeWidth: 2 } : { fill: colour },
    }),
    text(6, 14.4, label, {
      style: { fontSize: 12, fontWeight: 650, fill: hollow ? colour : 'var(--on-claim)' },
    }),
  ];
  let x = 0;
  if (job.zxid !== null) {
    const zxid = zxidText(job.zxid);
    const cell = Math.max(34, Math.ceil(textWidth(zxid, 12)) + 8);
    children.push(
      rect(0.5, 23, cell, 17, {
        className: stage === 'final' ? 'cell' : 'cell dashed',
        style: { fill: 'var(--faint)' },
      }),
      text(cell / 2, 35.6, zxid, { anchor: 'middle', className: 'xs' }),
    );
    x = cell + 6;
  }
  if (job.failed) {
    children.push(
      path(`M${x + 1} 27l8 8m0 -8l-8 8`, {
        style: { fill: 'none', stroke: 'var(--violation)', strokeWidth: 2 },
      }),
    );
    x += 15;
  }
  const path0 = trimmed(job.path, width - x, 12, 'mono');
  if (path0.length > 1) {
    children.push(text(x, 35.6, path0, { className: 'xs mono i2' }));
  }
  if (moved === job.number) {
    children.unshift(
      reducedMotion
        ? rect(-3, -3, width + 6, 26, {
            className: 'changed',
            style: { fill: 'none', stroke: 'var(--ink)', strokeWidth: 2, strokeDasharray: '2 3' },
          })
        : rect(-4, -4, width + 8, 28, { rx: 4, className: 'glow' }),
    );
  }
  return group(children, {
    key: `job-${job.number}`,
    className: 'job',
    transform: at(box.x + 6, y),
    glides: true,
    title: `${nameOf(job)} ${job.path}`.trim(),
  });
}
