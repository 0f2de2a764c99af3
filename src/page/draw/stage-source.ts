import { beside } from '../../stage/beside.ts';
import type { Drawing } from '../../stage/shape.ts';

type Source = () => Drawing | null;

/** What is on screen now, from left to right: the stage, and what stands beside it. */
const sources: { stage: Source | null; beside: Source | null } = { stage: null, beside: null };

const offer =
  (place: keyof typeof sources) =>
  (drawNow: Source): (() => void) => {
    sources[place] = drawNow;
    return () => {
      if (sources[place] === drawNow) sources[place] = null;
    };
  };

/** The stage on screen says how to draw it as it is now, for export; returns how to withdraw. */
export const offerStage = offer('stage');

/** The same for a drawing that belongs to the stage's picture, to the right of it. */
export const offerBeside = offer('beside');

/** The picture as it is now, message positions included; null when no stage is shown. */
export const stageNow = (): Drawing | null => {
  const stage = sources.stage?.() ?? null;
  const right = sources.beside?.() ?? null;
  return stage === null || right === null ? stage : beside(stage, right);
};
