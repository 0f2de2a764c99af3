import { describe, expect, it } from 'vitest';
import { capPresets } from '../src/page/labs/cap/presets.ts';
import type { CapDetail, CapRequestView } from '../src/view/cap.ts';
import { allWords } from '../src/page/words/bundles.ts';
import { opened } from './testing/opened-preset.ts';

/** What the CAP lab offers is what its sentences say. */

const open = (id: string) => opened<CapDetail>(capPresets, id);

const request = ({ requests }: CapDetail, number: number): CapRequestView => {
  const found = requests.find((one) => one.number === number);
  if (found === undefined) throw new RangeError(`no request ${number}`);
  return found;
};
/** `1 ok, 3 ok (1 behind), 4 timeout`: what has come of the requests so far. */
const told = ({ requests }: CapDetail): string =>
  requests
    .filter(({ calledAt }) => calledAt !== null)
    .map(
      ({ number, outcome, staleness }) =>
        `${number} ${outcome}${(staleness ?? 0) > 0 ? ` (${staleness} behind)` : ''}`,
    )
    .join(', ');
const role = ({ servers }: CapDetail, pid: number): string =>
  servers.find((one) => one.pid === pid)?.role ?? '';
const value = ({ servers }: CapDetail, pid: number): number | null =>
  servers.find((one) => one.pid === pid)?.value ?? null;
const verdict = ({ verdicts }: CapDetail, check: string): boolean | null =>
  verdicts.find((one) => one.check === check)?.holds ?? null;

describe('the CAP lab opens', () => {
  it('with a name and a sentence for each, in both languages, and no others', async () => {
    const ids = capPresets.map(({ id }) => id).toSorted();
    for (const locale of ['en', 'zh-CN'] as const) {
      const words = (await allWords(locale)).presets.cap as Record<string, unknown>;
      expect(Object.keys(words).toSorted()).toEqual(ids);
    }
  });

  it('18 s after the cut: α refused three times, β’s read under way', async () => {
    const run = await open('cut-in-two');
    const { detail, time } = run.frame;
    expect(Math.round((time - detail.zero) / 1e6)).toBe(18);
    expect(told(detail)).toBe(
      '1 ok, 2 ok, 3 ok (1 behind), 4 timeout, 5 error, 6 error, 7 error, 8 waiting',
    );
    expect([role(detail, 2), role(detail, 4), role(detail, 5)]).toEqual([
      'LOOKING',
      'FOLLOWING',
      'LEADING',
    ]);
    expect(verdict(detail, 'linearizable')).toBe(false);
    await run.runFor(1000);
    expect(request(run.frame.detail, 8)).toMatchObject({ outcome: 'ok', value: 2, staleness: 0 });
  });

  it('at the first read, which S2 answers from its own tree', async () => {
    const run = await open('first-read');
    const { detail } = run.frame;
    expect(told(detail)).toBe('1 ok, 2 ok, 3 waiting');
    expect([role(detail, 2), value(detail, 2)]).toEqual(['FOLLOWING', 1]);
    await run.runFor(500);
    expect(request(run.frame.detail, 3)).toMatchObject({ outcome: 'ok', value: 1, staleness: 1 });
  });

  it('at a server that serves without a leader, and says so', async () => {
    const run = await open('read-only');
    expect(role(run.frame.detail, 2)).toBe('READ_ONLY');
    await run.runFor(900);
    expect(request(run.frame.detail, 5)).toMatchObject({
      outcome: 'ok',
      value: 1,
      readOnly: true,
    });
  });

  it('where two of five are no quorum', async () => {
    const run = await open('quorum');
    expect(told(run.frame.detail)).toBe('1 ok, 2 ok, 3 waiting, 4 waiting');
    await run.runFor(30_000);
    expect(told(run.frame.detail)).toBe(
      '1 ok, 2 ok, 3 timeout, 4 timeout, 5 timeout, 6 timeout, 7 timeout, 8 ok',
    );
    expect(verdict(run.frame.detail, 'linearizable')).toBe(true);
  });

  it('at a copy that hears nothing of its primary', async () => {
    const run = await open('copies');
    const { detail } = run.frame;
    expect([role(detail, 5), role(detail, 2), value(detail, 2)]).toEqual(['PRIMARY', 'COPY', 1]);
    await run.runFor(500);
    expect(request(run.frame.detail, 3)).toMatchObject({ outcome: 'ok', value: 1, staleness: 1 });
  });

  it('where an acknowledged write has been overwritten by who never saw it', async () => {
    const run = await open('overwritten');
    const { detail } = run.frame;
    const { lost } = request(detail, 2);
    expect(lost?.by).toBe(7);
    expect(detail.meters.lost).toBe(1);
  });

  it('with the leader in the minority, which still answers', async () => {
    const run = await open('leader-cut-off');
    const { detail } = run.frame;
    expect(role(detail, 1)).toBe('LEADING');
    expect(request(detail, 2).outcome).not.toBe('ok');
    await run.runFor(15_000);
    expect(role(run.frame.detail, 5)).toBe('LEADING');
    expect(role(run.frame.detail, 1)).toBe('LOOKING');
  });

  it('after healing, with a session that was over long before', async () => {
    const { detail } = (await open('healed')).frame;
    expect(request(detail, 9)).toMatchObject({ outcome: 'ok', value: 2 });
    expect(request(detail, 9).before).toContain('SessionExpired');
  });

  it('with nothing cut, and a line still to be drawn', async () => {
    const { detail, links } = (await open('draw')).frame;
    expect(detail.cuts).toEqual([]);
    expect(links.filter(({ cut }) => cut)).toEqual([]);
    expect(told(detail)).toBe('1 ok');
  });
});
