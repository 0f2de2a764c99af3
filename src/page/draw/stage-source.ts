import { above, beside } from '../../stage/beside.ts';
import type { Drawing } from '../../stage/shape.ts';

/** A part of the picture that is on screen now, or none. */
class Part<Draw> {
  now: Draw | null = null;

  /** Says how to draw it as it is now; returns how to withdraw. */
  readonly offer = (drawNow: Draw): (() => void) => {
    this.now = drawNow;
    return () => {
      if (this.now === drawNow) this.now = null;
    };
  };
}

const stage = new Part<() => Drawing>();
const margin = new Part<() => Drawing>();
const right = new Part<() => Drawing>();
const top = new Part<(width: number) => Drawing>();

/** The stage on screen says how to draw it as it is now, for export. */
export const offerStage = stage.offer;
/** The same for what stands on the right of it, on the same sheet. */
export const offerMargin = margin.offer;
/** On the right of it, behind a hairline. */
export const offerBeside = right.offer;
/** Over it; told how wide that is. */
export const offerAbove = top.offer;

/** The picture as it is now, message positions included; null when no stage is shown. */
export const stageNow = (): Drawing | null => {
  const drawing = stage.now?.() ?? null;
  if (drawing === null) return null;
  const sheet = margin.now === null ? drawing : beside(drawing, margin.now(), false);
  const whole = top.now === null ? sheet : above(top.now(sheet.width), sheet);
  return right.now === null ? whole : beside(whole, right.now());
};
