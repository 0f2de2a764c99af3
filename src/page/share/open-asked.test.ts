import { beforeEach, expect, it, vi } from 'vitest';
import type { Command } from '../../view/command.ts';
import type { Preset } from '../../view/preset.ts';
import { fiveServers } from '../labs/election/initial.ts';
import { useSim } from '../sim/store.ts';
import { askedRun, openAsked } from './open-asked.ts';

const { sent } = vi.hoisted(() => ({ sent: [] as Command[] }));
vi.mock('../sim/actions.ts', () => ({
  select: () => undefined,
  send: (command: Command) => {
    sent.push(command);
    return Promise.resolve({ problem: null, happened: [] });
  },
}));

const preset = (id: string, seed: number): Preset => ({
  id,
  from: { ...fiveServers, seed },
  way: [{ kind: 'events', count: 3 }] as never,
});
const presets = [preset('crash', 1), preset('split', 2)];

const opened = async (query: string) => {
  const asked = askedRun(new URLSearchParams(query), presets);
  if (asked === null) throw new Error('nothing is offered');
  sent.length = 0;
  const ahead = vi.fn<() => null>(() => null);
  await openAsked(asked, presets, ahead);
  const open = sent.find((command) => command.type === 'open');
  const { seed = 0 } = (open?.scenario ?? {}) as { seed?: number };
  const { problem } = useSim.getState();
  return { seed, cold: open?.way?.length === 0, problem, ahead: ahead.mock.calls.length > 0 };
};

beforeEach(() => {
  useSim.setState({ problem: null });
});

it('a lab opens at the beginning that its address names, or at the first', async () => {
  expect(await opened('')).toEqual({ seed: 1, cold: false, problem: null, ahead: true });
  expect(await opened('from=start')).toEqual({ seed: 1, cold: true, problem: null, ahead: false });
  expect(await opened('preset=split')).toMatchObject({ seed: 2, problem: null, ahead: false });
});

it('of a beginning that the lab has not, the first opens, and what is unknown is said, with those there are', async () => {
  const { seed, problem } = await opened(`preset=${'x'.repeat(5000)}`);
  expect(seed).toBe(1);
  expect(problem).toMatchObject({
    code: 'no-such-preset',
    where: 'preset=',
    data: { known: 'crash, split' },
  });
  expect(String(problem?.data['name'])).toMatch(/^x{200}…$/u);
  for (const empty of ['preset=', 'preset=constructor']) {
    useSim.setState({ problem: null });
    expect((await opened(empty)).problem?.code).toBe('no-such-preset');
  }
});

it('a way to begin that means nothing is said, and the lab opens as it does without', async () => {
  const { seed, cold, problem } = await opened('from=write');
  expect({ seed, cold }).toEqual({ seed: 1, cold: false });
  expect(problem).toMatchObject({ code: 'no-such-start', where: 'from=', data: { name: 'write' } });
});

it('a lab that offers nothing has nothing to open', () => {
  expect(askedRun(new URLSearchParams('preset=x'), [])).toBeNull();
});
