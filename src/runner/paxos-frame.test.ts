/** The Paxos lab's frames: what is shown, and that it crosses the glass. */
import { describe, expect, it } from 'vitest';
import { duelOnTwoSides } from '../protocols/paxos/duels.ts';
import { processesOf } from '../protocols/paxos/testing/play.ts';
import { paxos } from '../scenarios/paxos/adapter.ts';
import { Reader, Writer } from '../view/packing.ts';
import type { Frame } from '../view/frame.ts';
import { packed } from '../view/packed/paxos.ts';
import { frameCodec } from '../view/frame-codec.ts';
import type { PaxosDetail } from '../view/paxos.ts';
import type { ScenarioFile } from '../view/scenario.ts';
import { frameOf } from './frame.ts';
import { Run } from './run.ts';

const duel: ScenarioFile = {
  format: 'zooscope-scenario',
  version: 1,
  model: 'paxos',
  seed: 1,
  setup: {
    processes: processesOf(5, ['A1 10%', 'A5 20%']).map((each) => ({ ...each, proposeMs: 0 })),
    retry: { policy: 'immediate' },
    delivery: 'by-hand',
    schedule: duelOnTwoSides,
  },
};

describe('a frame', () => {
  it('has the processes without the schedule, and crosses the glass unchanged', () => {
    const run = new Run(paxos, duel);
    const now = (): Frame<PaxosDetail> => frameOf(run, null) as Frame<PaxosDetail>;
    while (now().detail.schedule?.done !== 22 && run.step());
    const frame = now();
    expect(frame.processes.map(({ name, state }) => `${name} ${state}`)).toEqual([
      'A1 PROPOSING',
      'A2 READY',
      'A3 READY',
      'A4 READY',
      'A5 PROPOSING',
    ]);
    expect(frame.detail.ballots.map(({ ballot, proposer }) => [ballot, proposer])).toEqual([
      [3, 1],
      [4, 5],
    ]);
    expect(frame.detail.schedule).toMatchObject({ repeatFrom: 8 });
    const codec = frameCodec(packed);
    const writer = new Writer();
    codec.write(writer, frame);
    expect(codec.read(new Reader().open(writer.take()))).toEqual(frame);
  });

  it('says of a proposer that is down what it wants', () => {
    const run = new Run(paxos, duel);
    const { detail } = frameOf(run, null) as Frame<PaxosDetail>;
    expect(detail.processes.map(({ proposer }) => proposer?.own)).toEqual([
      '10%',
      undefined,
      undefined,
      undefined,
      '20%',
    ]);
  });

  it('a partition is seen although the schedule reaches everybody', () => {
    const run = new Run(paxos, duel);
    const groups = [
      [1, 2],
      [3, 4, 5],
    ];
    run.intervene({ kind: 'partition', groups, oneWay: false }, 0);
    expect(frameOf(run, null).partition).toEqual(groups);
  });
});
