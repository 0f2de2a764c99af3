/** T1: what a frame costs the page: reading it packed, against a structured clone of it. */
import process from 'node:process';
import { isDeepStrictEqual } from 'node:util';
import { frameOf } from '../src/runner/frame.ts';
import { Run } from '../src/runner/run.ts';
import { protocols } from '../src/scenarios/protocols.ts';
import { Reader, Writer } from '../src/view/packing.ts';
import type { Codec } from '../src/view/codec.ts';
import { packed as election } from '../src/view/packed/election.ts';
import { frameCodec } from '../src/view/frame-codec.ts';
import type { Frame } from '../src/view/frame.ts';
import { inProcess } from './in-turns.ts';
import { mix } from './mix.ts';
import { median } from './row.ts';
import type { Row } from './row.ts';

export const name = 'T1 frame';

const ROUNDS = 7;
const FRAMES = 400;

interface Measured {
  readonly messages: number;
  readonly bytes: number;
  /** Taking a frame: its figures are read, its parts wait until somebody looks. */
  readonly ms: number;
  /** Taking it and looking at every part. */
  readonly whole: number;
  /** Of cloning. */
  readonly ratio: number;
  readonly wholeRatio: number;
}

/** Makes every part be read. */
function lookAtAll(frame: Frame): void {
  for (const key in frame) void frame[key as keyof Frame];
}

/** The frames of an election of seven, one for each step: tens of messages in flight. */
function frames(): Frame[] {
  const servers = [1, 2, 3, 4, 5, 6, 7].map((sid) => ({ sid, startMs: 0 }));
  const run = new Run(protocols.election, { ...mix, setup: { ...mix.setup, servers } }, true);
  const all: Frame[] = [];
  while (all.length < FRAMES && run.step()) all.push(frameOf(run, null));
  return all;
}

/** ms of processor time for one of `count` things. */
function timed(count: number, work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / count;
}

/** @throws Error when a frame comes out otherwise than it went in */
function measured(): Measured {
  const all = frames();
  const codec = frameCodec(election as Codec<unknown>);
  const writer = new Writer();
  const packed = all.map((frame) => {
    codec.write(writer, frame);
    return writer.take();
  });
  const read = (): Frame[] => {
    const reader = new Reader();
    return packed.map((one) => codec.read(reader.open(one)));
  };
  if (!isDeepStrictEqual(read(), all)) throw new Error('T1: a frame is not itself');

  const taken: number[] = [];
  const wholes: number[] = [];
  const ratios: number[] = [];
  const wholeRatios: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const repeats = 10;
    const count = repeats * all.length;
    const mine = timed(count, () => {
      for (let i = 0; i < repeats; i++) read();
    });
    const theirs = timed(count, () => {
      for (let i = 0; i < repeats; i++) for (const frame of all) structuredClone(frame);
    });
    const whole = timed(count, () => {
      for (let i = 0; i < repeats; i++) for (const frame of read()) lookAtAll(frame);
    });
    taken.push(mine);
    wholes.push(whole);
    ratios.push(mine / theirs);
    wholeRatios.push(whole / theirs);
  }
  const average = (of: readonly number[]): number =>
    of.reduce((sum, each) => sum + each, 0) / of.length;
  return {
    messages: average(all.map((frame) => frame.messages.length)),
    bytes: average(packed.map(({ buffer }) => buffer.byteLength)),
    ms: median(taken),
    whole: median(wholes),
    ratio: median(ratios),
    wholeRatio: median(wholeRatios),
  };
}

export const contestants: Readonly<Record<string, () => unknown>> = { frame: measured };

/** In fresh processes, whose code nobody else has made slower. */
export function run(): { rows: Row[] } {
  const results = Array.from({ length: ROUNDS }, () => inProcess<Measured>('frame'));
  const of = (key: keyof Measured): number => median(results.map((result) => result[key]));
  const ms = of('ms');
  const ratio = of('ratio');
  return {
    rows: [
      { name: 'messages in a frame, on average', value: of('messages'), unit: '' },
      { name: 'packed frame, on average', value: of('bytes') / 1024, unit: 'KB' },
      { name: 'taking a packed frame', value: ms, unit: 'ms', aim: '≤ 0.05', ok: ms <= 0.05 },
      {
        name: 'taking it, of a structured clone',
        value: 100 * ratio,
        unit: '%',
        aim: '≤ 10',
        ok: ratio <= 0.1,
      },
      { name: 'taking it and reading all of it', value: of('whole'), unit: 'ms' },
      {
        name: 'taking it and reading all of it, of a structured clone',
        value: 100 * of('wholeRatio'),
        unit: '%',
        aim: '≤ 50',
        ok: of('wholeRatio') <= 0.5,
      },
    ],
  };
}
