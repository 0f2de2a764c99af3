import { Digest } from '../kernel/digest.ts';
import type { LessonState } from '../view/command.ts';
import type { StepRecord } from '../view/fact.ts';
import type { ViolationView } from '../view/frame.ts';
import type { Micros } from '../view/time.ts';
import type { AnyWorld } from './protocol.ts';
import type { Answered } from './questions.ts';

/** What came of a scenario, played to its end. */
export interface Played {
  readonly seed: number;
  readonly world: AnyWorld;
  readonly time: Micros;
  /** 16 hex digits; the same file, seed and version give the same one everywhere. */
  readonly digest: string;
  readonly expectations: LessonState['expectations'];
  /** Which option of which prediction came true; several or none is a mistake of the file. */
  readonly predictions: readonly Answered[];
  /** Without those that the scenario means to break. */
  readonly violations: readonly ViolationView[];
  /** The step of the script that never came to its end, or null. */
  readonly stuck: string | null;
  /** The first of the file's interventions whose step the run never came to, or null. */
  readonly notReached: number | null;
  /** Whether it was ended because it went on for too long. */
  readonly cut: boolean;
  /** Everything that happened, without pings and waiting. */
  readonly trace: readonly StepRecord[];
}

/** What came of several runs: the world of the last, what was found in all of them. */
export function together(played: readonly Played[]): Played {
  const last = played.at(-1) as Played;
  if (played.length === 1) return last;
  const digest = new Digest();
  for (const { digest: one } of played) digest.text(one);
  return {
    ...last,
    digest: digest.hex(),
    // What was done by hand belongs to the first part.
    notReached: played[0]?.notReached ?? null,
    expectations: played.flatMap(({ expectations }) => expectations),
    predictions: played.flatMap(({ predictions }) => predictions),
    violations: played.flatMap(({ violations }) => violations),
    trace: played.flatMap(({ trace }) => trace),
    cut: played.some(({ cut }) => cut),
  };
}
