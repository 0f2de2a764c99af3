import { describe, expect, it } from 'vitest';
import type { Answer, Command } from '../view/command.ts';
import type { ElectionDetail } from '../view/election.ts';
import type { Frame } from '../view/frame.ts';
import type { ScenarioFile } from '../view/scenario.ts';
import { Session } from './session.ts';

const five: ScenarioFile = {
  format: 'zooscope-scenario',
  version: 1,
  model: 'election',
  seed: 1,
  setup: { profile: 'zookeeper-3.8', servers: [1, 2, 3, 4, 5].map((sid) => ({ sid, startMs: 0 })) },
};

describe('what is tried', () => {
  it('stands on a branch, and what is shown stays', async () => {
    const session = new Session();
    let frame = null as unknown as Frame<ElectionDetail>;
    const does = async (command: Command): Promise<Answer> => {
      const handled = await session.handle(command);
      if (handled.frame !== null) frame = handled.frame.frame as Frame<ElectionDetail>;
      return handled.answer;
    };
    await does({ type: 'open', scenario: five });
    await does({ type: 'advance', until: 3_000_000 });
    expect(frame.detail.established).toEqual({ leader: 5, epoch: 1 });
    const { position } = frame;
    const { tried, branches } = await does({
      type: 'try',
      branch: 0,
      position: position - 1,
      way: [
        { kind: 'kill', pid: 5 },
        { kind: 'wait', until: { leader: 4 }, withinMs: 60_000 },
      ],
    });
    expect(tried).toBe(1);
    expect(branches?.map((one) => one.forkPosition)).toEqual([0, position - 1]);
    await does({ type: 'seek', position });
    expect([frame.branch, frame.position]).toEqual([0, position]);
    await does({ type: 'branch', id: 1 });
    expect(frame.detail.established).toEqual({ leader: 4, epoch: 2 });
    const refused = await does({
      type: 'try',
      branch: 1,
      position: frame.position,
      way: [{ kind: 'kill', pid: 5 }],
    });
    expect(refused.problem?.code).toBe('not-running');
  });
});
