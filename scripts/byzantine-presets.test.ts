/** What the generals' lab offers is what its sentences say, and comes out as the golden traces do. */
import { describe, expect, it } from 'vitest';
import { byzantinePresets } from '../src/page/labs/byzantine/presets.ts';
import type { ByzantineDetail, GeneralView } from '../src/view/byzantine.ts';
import type { Opened } from './testing/opened-preset.ts';
import { opened } from './testing/opened-preset.ts';

type Run = Opened<ByzantineDetail>;

const open = (id: string): Promise<Run> => opened<ByzantineDetail>(byzantinePresets, id);
const ended = async (run: Run): Promise<ByzantineDetail> => {
  await run.runFor(1000);
  return run.frame.detail;
};
const sent = ({ levels }: ByzantineDetail): readonly number[] => levels.map((one) => one.sent);
const obeyed = ({ generals, commander }: ByzantineDetail): readonly (string | null)[] =>
  generals.filter(({ pid, loyal }) => loyal && pid !== commander).map(({ decided }) => decided);
const general = ({ generals }: ByzantineDetail, name: string): GeneralView => {
  const found = generals.find((one) => one.name === name);
  if (found === undefined) throw new RangeError(name);
  return found;
};
/** What it was told by C, and by the others of C, as the values' letters; . for what has not come. */
const vector = ({ values }: ByzantineDetail, { heard }: GeneralView): string =>
  heard.map((place) => values[place] ?? '.').join('');

describe('the generals’ lab opens', () => {
  it('on two lies under way, which part nobody (B-4L)', async () => {
    const run = await open('four-lieutenant');
    const lies = run.frame.messages.filter(({ shape }) => shape === 'lie-relay');
    expect(lies.map(({ from, to }) => [from, to])).toEqual([
      [4, 2],
      [4, 3],
    ]);
    expect(
      ['L1', 'L2'].map((name) => vector(run.frame.detail, general(run.frame.detail, name))),
    ).toEqual(['A..', 'A..']);
    const detail = await ended(run);
    expect(obeyed(detail)).toEqual(['A', 'A']);
    expect(sent(detail)).toEqual([3, 6]);
    expect([detail.ic1, detail.ic2]).toEqual(['holds', 'holds']);
  });

  it('on one lie among three, after which C is not obeyed (B-3L)', async () => {
    const run = await open('three-lieutenant');
    expect(run.frame.messages.map(({ from, shape }) => [from, shape])).toEqual([[3, 'lie-relay']]);
    const detail = await ended(run);
    expect(vector(detail, general(detail, 'L1'))).toBe('AR');
    expect(general(detail, 'L1')).toMatchObject({ decided: 'R', how: 'tie' });
    expect(sent(detail)).toEqual([2, 2]);
    expect(detail.ic2).toBe('fails');
  });

  it('on the same messages to L1 where C lies (B-3C)', async () => {
    const run = await open('three-commander');
    const seen = (one: Run) =>
      one.frame.messages.filter(({ to }) => to === 2).map(({ from, label }) => [from, label]);
    expect(seen(run)).toEqual(seen(await open('three-lieutenant')));
    const detail = await ended(run);
    expect(vector(detail, general(detail, 'L1'))).toBe('AR');
    expect(obeyed(detail)).toEqual(['R', 'R']);
    expect([detail.ic1, detail.ic2]).toEqual(['holds', 'idle']);
  });

  it('on three orders of a traitor, which all count alike (B-4C)', async () => {
    const run = await open('four-commander');
    // L3 has its A already.
    expect(run.frame.messages.map(({ to, short }) => [to, short])).toEqual([
      [2, 'A'],
      [3, 'R'],
    ]);
    const detail = await ended(run);
    expect(obeyed(detail)).toEqual(['A', 'A', 'A']);
    expect(sent(detail)).toEqual([3, 6]);
    expect(detail.ic1).toBe('holds');
  });

  it.each([
    ['seven-lieutenants', 'holds', 'holds'],
    ['seven-commander', 'holds', 'idle'],
  ])('on the last relays of seven: %s (B-7LL, B-7CL)', async (id, ic1, ic2) => {
    const run = await open(id);
    expect(run.frame.messages.length).toBe(119);
    const detail = await ended(run);
    expect(sent(detail)).toEqual([6, 30, 120]);
    expect(new Set(obeyed(detail))).toEqual(new Set(['A']));
    expect([detail.ic1, detail.ic2]).toEqual([ic1, ic2]);
  });

  it('on seven with a round too few, who part (B-7x)', async () => {
    const detail = await ended(await open('seven-short'));
    expect(sent(detail)).toEqual([6, 30]);
    expect(obeyed(detail)).toEqual(['A', 'R', 'A', 'R', 'A']);
    expect(detail.ic1).toBe('fails');
  });

  it('on six, one too few, who do not obey a loyal commander (B-6x)', async () => {
    const detail = await ended(await open('six'));
    expect(sent(detail)).toEqual([5, 20, 60]);
    expect(obeyed(detail)).toEqual(['R', 'R', 'R']);
    expect(detail.ic2).toBe('fails');
  });

  it('on a traitor’s two signatures, which prove its treason (B-S3C)', async () => {
    const run = await open('signed-three');
    expect(run.frame.messages.map(({ shape }) => shape)).toContain('signed');
    const detail = await ended(run);
    expect(obeyed(detail)).toEqual(['R', 'R']);
    for (const name of ['L1', 'L2']) {
      expect(general(detail, name)).toMatchObject({ proof: true, how: 'several' });
    }
    expect(detail.ic1).toBe('holds');
  });

  it('on a signature that comes a round too late (B-S4)', async () => {
    const run = await open('signed-four');
    const detail = await ended(run);
    expect(sent(detail)).toEqual([3, 5]);
    expect(obeyed(detail)).toEqual(['R', 'A']);
    expect(detail.ic1).toBe('fails');
  });

  it('on ten generals, who send 3,609 messages and agree', async () => {
    const run = await open('ten');
    expect(sent(run.frame.detail)).toEqual([9, 72, 504, 0]);
    expect(run.frame.messages.length).toBe(503);
    const detail = await ended(run);
    expect(sent(detail)).toEqual([9, 72, 504, 3024]);
    expect(detail.ic1).toBe('holds');
  });

  it('on a messenger whom one may catch: then one attacks alone, or nobody', async () => {
    const run = await open('two-generals');
    const [third] = run.frame.messages;
    expect(run.frame.detail.two?.knows.map(({ depth }) => depth)).toEqual([2, 1]);
    await run.does({ kind: 'drop', message: third?.id ?? -1 });
    const detail = await ended(run);
    expect(detail.two?.lost).toBe(1);
    expect(detail.two?.outcome).not.toBe('both');
    expect((await ended(await open('two-generals'))).two?.outcome).toBe('both');
  });
});

describe('a message of a traitor', () => {
  it('is rewritten before it is sent, and going back also after that', async () => {
    const run = await open('four-lieutenant');
    const plan = run.frame.detail.plans.find(({ to }) => to === 2);
    expect(plan).toMatchObject({ from: 4, path: [1, 4], truth: 'A', value: 'R' });
    const { time } = run.frame;
    await run.send({ type: 'seek', position: plan?.sentAt ?? 0 });
    const due = run.frame.nextTime;
    // Before all that is due at the instant at which it is sent.
    for (let at = plan?.sentAt ?? 0; at > 0 && run.frame.time === due; at--) {
      await run.send({ type: 'seek', position: at });
    }
    await run.does({
      kind: 'input',
      pid: 4,
      name: 'LIE',
      data: { path: '1.4', to: 2, value: 'A' },
    });
    await run.send({ type: 'advance', until: time });
    expect(run.frame.branch).toBeGreaterThan(0);
    const shapes = run.frame.messages.filter(({ from }) => from === 4).map(({ shape }) => shape);
    expect(shapes).toEqual(['relay', 'lie-relay']);
  });
});
