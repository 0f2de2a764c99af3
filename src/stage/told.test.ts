import { describe, expect, it } from 'vitest';
import type { StepRecord } from '../view/fact.ts';
import type { MessageView } from '../view/frame.ts';
import type { ToldFrame, UnknownField } from '../view/told-frame.ts';
import type { ElectionDetail } from '../view/election.ts';
import { ensembleLayout } from './ensemble-layout.ts';
import { ensemble } from './fixtures.ts';
import { lifeOf } from './time/lives.ts';
import { spacetime } from './time/spacetime.ts';
import { stageShapes } from './stage.ts';
import { everyShape, outline } from './testing/outline.ts';
import { timeline } from './time/timeline.ts';
import type { Shape } from './shape.ts';
import { voteTable } from './votes.ts';
import { englishWords as words } from './words.ts';

const come: MessageView = {
  id: 7,
  from: 2,
  to: 1,
  kind: 'notification',
  shape: 'vote',
  claim: 2,
  label: '0·0 → S2',
  short: 'S2',
  sentAt: 5000,
  leftAt: 5000,
  arrivesAt: 5000,
  status: 'arrived',
  nature: 'tcp',
  routine: false,
  piled: 0,
};

const unknown: readonly UnknownField[] = [
  { pid: null, field: 'quorum' },
  { pid: null, field: 'tally' },
  { pid: 3, field: 'state' },
  { pid: 3, field: 'log' },
];

const told = (time = 5000): ToldFrame<ElectionDetail> => ({
  ...ensemble('S1 LOOKING 0·0→S1 r1 | S2 LOOKING 0·0→S2 r1 | S3 FOLLOWING'),
  time,
  messages: [come],
  unknown,
});

const layout = ensembleLayout([1, 2, 3], { width: 600, height: 400 });
const stage = (now: number): readonly Shape[] =>
  stageShapes(told(), layout, now, { words, veil: unknown });
const wordOf = (shape: Shape | undefined): string | null =>
  shape?.type === 'text' ? shape.text : null;
const linesOf = (shape: Shape | undefined) =>
  everyShape(shape === undefined ? [] : [shape]).filter((one) => one.type === 'path');

const keyed = (shapes: readonly Shape[], key: string): Shape | undefined =>
  everyShape(shapes).find((shape) => shape.key === key);

describe('what logs tell, on the stage', () => {
  it('has a question mark for the state of a server of which none is known', () => {
    expect(keyed(stage(5000), 'server-3')?.label).toBe('Server 3, ?');
    expect(outline(stage(5000))).not.toContain('FOLLOWING');
  });

  it('has a message that has come at its receiver, whence it came dotted and with a question mark', () => {
    const shapes = stage(5000);
    expect(keyed(shapes, 'message-7')).toBeDefined();
    expect(keyed(shapes, 'trail-7')).toBeUndefined();
    expect(keyed(shapes, 'come-7')?.style?.strokeDasharray).toBeDefined();
    expect(wordOf(keyed(shapes, 'come-from-7'))).toBe('?');
    // It does not travel: later it stands where it stood.
    expect(keyed(stage(9000), 'message-7')?.transform).toBe(keyed(shapes, 'message-7')?.transform);
  });

  it('does not say how many votes decide', () => {
    const shown = (veil: readonly UnknownField[]): string =>
      outline(voteTable(told(), { words, width: 300, veil }).shapes);
    expect(shown([])).toContain('of 3 needed');
    expect(shown(unknown)).not.toContain('needed');
  });
});

const record = (
  step: number,
  pid: number,
  rule: string,
  more: Partial<StepRecord> = {},
): StepRecord => ({
  step,
  time: step * 1000,
  kind: rule === 'started' ? 'start' : 'told',
  pid,
  routine: false,
  message: null,
  sent: [],
  facts: [{ step, time: step * 1000, pid, rule, cause: null, data: {} }],
  ...more,
});

const heard = (step: number, sentKnown: 'cast' | 'not'): StepRecord =>
  record(step, 1, 'heard', {
    kind: 'deliver',
    message: {
      id: step,
      from: 2,
      to: 1,
      kind: 'notification',
      label: '0·0 → S2',
      claim: 2,
      sentStep: sentKnown === 'cast' ? 1 : step,
      sentAt: sentKnown === 'cast' ? 1000 : step * 1000,
      sentKnown,
    },
  });

describe('what logs tell, in the space-time diagram', () => {
  const records = [
    record(1, 2, 'voted'),
    heard(3, 'cast'),
    heard(4, 'not'),
    record(5, 3, 'silent'),
    record(9, 3, 'started'),
  ];
  const { shapes } = spacetime(records, told(9000), {
    words,
    width: 976,
    height: 146,
    pace: 10_000,
  });
  const paths = (key: string): readonly string[] => linesOf(keyed(shapes, key)).map(({ d }) => d);
  const heightOf = (path: string | undefined): number =>
    Number(/^M[\d.-]+ ([\d.-]+)/u.exec(path ?? '')?.[1]);

  it('has a dotted line from where a vote was cast to where it was heard', () => {
    const [line] = linesOf(keyed(shapes, 'arrow-3'));
    expect(line?.style?.strokeDasharray).toBeDefined();
    // From the other one's lane.
    expect(Math.abs(heightOf(paths('arrow-3')[0]) - heightOf(paths('arrow-4')[0]))).toBeGreaterThan(
      5,
    );
  });

  it('has no line from anybody’s lane where nothing of the sending is known', () => {
    const lanes = [1, 2, 3].map((pid) => heightOf(paths(`lane-${pid}`)[0]));
    expect(lanes).not.toContain(heightOf(paths('arrow-4')[0]));
  });

  it('has a lane of dots with a question mark while nobody tells whether a server runs', () => {
    const [, , third] = told(9000).processes;
    if (third === undefined) throw new Error('three servers');
    expect(lifeOf(third, records, 9000, [0, 12_000], true)).toEqual([
      { from: 0, to: 5000, is: 'up' },
      { from: 5000, to: 9000, is: 'unknown' },
      { from: 9000, to: 12_000, is: 'up' },
    ]);
    // Simulated, it would have been down before it started.
    const [first] = lifeOf(third, records.slice(4), 9000, [0, 12_000]);
    expect(first).toEqual({ from: 0, to: 9000, is: 'down' });
    const [before] = lifeOf(third, records.slice(4), 9000, [0, 12_000], true);
    expect(before).toEqual({ from: 0, to: 9000, is: 'unknown' });
    expect(outline([keyed(shapes, 'lane-3') as Shape])).toContain('?');
  });
});

it('a silence has a question mark on the timeline, and nothing of it is called not played yet', () => {
  const mark = { position: 4, time: 4000, kind: 'silent', pid: 3, duration: 0, since: 4 };
  const options = { words, width: 600, position: 4, time: 4000, length: 8, name: String };
  const drawn = (whole: boolean): readonly Shape[] =>
    timeline([mark], { ...options, whole }).shapes;
  expect(wordOf(keyed(drawn(true), 'silent-4-3'))).toBe('?');
  expect(outline(drawn(false))).toContain('not played');
  expect(outline(drawn(true))).not.toContain('not played');
});
