import { Session } from '../src/runner/session.ts';
import type { Command } from '../src/view/command.ts';
import { threeServers } from './scenarios.ts';

export const STEPS = 50_000;

/** What is done to the run, each after so many virtual seconds; then it runs on alone. */
const deeds: readonly { readonly after: number; readonly what: unknown }[] = [
  { after: 5, what: { kind: 'kill', pid: 5 } },
  { after: 30, what: { kind: 'start', pids: [5] } },
  {
    after: 60,
    what: {
      kind: 'partition',
      groups: [
        [1, 2],
        [3, 4, 5],
      ],
      oneWay: false,
    },
  },
  { after: 120, what: { kind: 'heal' } },
  { after: 180, what: { kind: 'pause', pid: 3 } },
  { after: 240, what: { kind: 'resume', pid: 3 } },
  { after: 300, what: { kind: 'kill', pid: 4 } },
  { after: 360, what: { kind: 'wipe', pid: 4 } },
  { after: 370, what: { kind: 'start', pids: [4] } },
];

export const scenario = {
  ...threeServers,
  seed: 20_261,
  setup: {
    profile: 'zookeeper-3.8',
    tickTimeMs: 200,
    servers: [1, 2, 3, 4, 5].map((sid) => ({ sid, startMs: sid * 100 })),
  },
};

export const commands = (): Command[] => [
  { type: 'open', scenario },
  ...deeds.flatMap(({ after, what }): Command[] => [
    { type: 'advance', until: after * 1_000_000 },
    { type: 'intervene', at: after * 1_000_000, what } as Command,
  ]),
  // Each command takes a bounded number of steps: several of them go far enough.
  ...[1000, 2000, 3000, 4000, 5000, 6000].map((seconds): Command => ({
    type: 'advance',
    until: seconds * 1_000_000,
  })),
  { type: 'seek', position: STEPS },
];

/** The digest of the run in Node, 16 hex digits. @throws Error when a command is refused */
export async function digestInNode(): Promise<string> {
  const session = new Session();
  for (const command of commands()) {
    const { problem } = (await session.handle(command)).answer;
    if (problem !== null) throw new Error(problem.text);
  }
  return (await session.handle({ type: 'save' })).answer.digest ?? '';
}
