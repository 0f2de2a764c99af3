import type { Drawing } from '../../stage/shape.ts';

type Source = () => Drawing | null;

let source: Source | null = null;

/** The stage on screen says how to draw it as it is now, for export; returns how to withdraw. */
export const offerStage = (drawNow: Source): (() => void) => {
  source = drawNow;
  return () => {
    if (source === drawNow) source = null;
  };
};

/** The stage as it is now, message positions included; null when none is shown. */
export const stageNow = (): Drawing | null => source?.() ?? null;
