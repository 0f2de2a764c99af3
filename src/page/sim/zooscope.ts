import type { Answer, Command } from '../../view/command.ts';
import type { Fact } from '../../view/fact.ts';
import type { Frame } from '../../view/frame.ts';
import { intervene, pause, play, restart, send, setSpeed, step } from './actions.ts';
import { moving } from './playback.ts';
import { isBusy } from './session.ts';
import { useSim } from './store.ts';
import { nextFrame, working } from './work.ts';

const still = (): boolean =>
  isBusy() ||
  working() ||
  moving() ||
  useSim.getState().status === 'opening' ||
  document.querySelector('[data-loading]') !== null;

/** Resolves when no question is under way, nothing moves by itself, and React has committed. */
const idle = async (): Promise<void> => {
  for (let quietFrames = 0; quietFrames < 2;) {
    // One after the other: each frame may start something new.
    await nextFrame();
    quietFrames = still() ? 0 : quietFrames + 1;
  }
};

/** All facts of steps [from, to) of the branch shown. */
const facts = async (from = 0, to = Number.MAX_SAFE_INTEGER): Promise<readonly Fact[]> => {
  const end = Math.min(to, useSim.getState().frame?.length ?? 0);
  const answer = await send({ type: 'history', from, to: end, all: true, most: end - from });
  return answer.history?.flatMap((record) => record.facts) ?? [];
};

/** Digest of the run up to the position shown: the same as in Node. */
const digest = async (): Promise<string | null> => (await send({ type: 'save' })).digest ?? null;

/** What the console and browser checks use; documented in the README. */
export interface Zooscope {
  frame(): Frame | null;
  facts(from?: number, to?: number): Promise<readonly Fact[]>;
  send(command: Command): Promise<Answer>;
  readonly commands: {
    readonly send: typeof send;
    readonly intervene: typeof intervene;
    readonly step: typeof step;
    readonly restart: typeof restart;
    readonly play: typeof play;
    readonly pause: typeof pause;
    /** How many times as fast as usual it plays. */
    readonly setSpeed: typeof setSpeed;
  };
  idle(): Promise<void>;
  digest(): Promise<string | null>;
}

declare global {
  interface Window {
    zooscope: Zooscope;
  }
}

export const installConsole = (): void => {
  window.zooscope = {
    frame: () => useSim.getState().frame,
    facts,
    send,
    commands: { send, intervene, step, restart, play, pause, setSpeed },
    idle,
    digest,
  };
};
