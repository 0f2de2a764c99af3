import { useMemo } from 'react';
import { withUnread } from '../../stage/veil.ts';
import type { Veil } from '../../stage/veil.ts';
import type { Frame } from '../../view/frame.ts';
import type { ToldFrame } from '../../view/told-frame.ts';
import type { Micros, Pid } from '../../view/time.ts';
import { useCalmFrame } from './calm.ts';
import type { SimState } from './store.ts';
import { useSim } from './store.ts';

/** The present frame for a stage, with its lab's own part; the lab that uses it knows its model. */
export const useStageFrame = <Detail>(): Frame<Detail> | null =>
  useSim((s) => s.frame as Frame<Detail> | null);

// For what stands round the stage: the present frame, or while a run plays one of just before.

/** With its lab's own part; the lab that uses it knows its model. */
export const useLabFrame = <Detail>(): Frame<Detail> | null =>
  useCalmFrame() as Frame<Detail> | null;

/** The selected process. */
export const useSelectedPid = (): Pid | null =>
  useSim((s) => (s.selection?.kind === 'process' ? s.selection.pid : null));

/** While a question is open its answer must not be given away: marks ahead and fields are veiled. */
export const isVeiled = (s: SimState): boolean => {
  if (s.question !== null) return true;
  if (s.lesson === null || s.prediction.checked) return false;
  const step = s.lesson.steps[s.lesson.index];
  return step !== undefined && step.asks && s.lesson.phase === 'ready';
};
export const useVeiled = (): boolean => useSim(isVeiled);

const NOTHING: Veil = [];

/** The fields that the open question hides or, in what was recorded, nobody has told. */
export const useVeil = (): Veil =>
  useSim((s) => {
    if (s.recorded) return (s.frame as ToldFrame | null)?.unknown ?? NOTHING;
    if (s.question !== null) return s.question.veil;
    return (isVeiled(s) ? s.lesson?.veil : undefined) ?? NOTHING;
  });

/** The same for a frame: answers under way that would tell it are not to be read. A hook. */
export const useUnread = <F extends Frame | null>(frame: F): F => {
  const veil = useVeil();
  return useMemo(() => (frame === null ? frame : withUnread(frame, veil)), [frame, veil]);
};

/** What has happened later than this must not be told, though it is past: an open question is about it. */
export const useToldUntil = (): Micros => useSim((s) => s.question?.since ?? Infinity);

/** The message that the open question is about, once it is under way. */
export const useMessageAsked = (): number | null => useSim(messageAsked);

export const messageAsked = (s: SimState): number | null => {
  const about = isVeiled(s) ? s.lesson?.about : null;
  if (about === null || about === undefined) return null;
  const { from, to, kind } = about;
  const found = s.frame?.messages.find(
    (one) => one.from === from && one.to === to && (kind === undefined || one.kind === kind),
  );
  return found?.id ?? null;
};
