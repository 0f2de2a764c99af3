/** Paints a crowd of messages, so that the page's own thread need not. */
import type { Shape } from '../../stage/shape.ts';
import { SpeckPainter } from './speck-painter.ts';
import type { View } from './speck-painter.ts';

/** The canvas comes first, then whatever is to be shown, then a time for each animation frame. */
export type ToSpecks =
  | { readonly canvas: OffscreenCanvas }
  | {
      readonly view: View;
      readonly looks: readonly (readonly Shape[])[];
      readonly specks: Float64Array;
      readonly now: number;
    }
  | { readonly now: number };

let painter: SpeckPainter | null = null;

addEventListener('message', ({ data }: MessageEvent<ToSpecks>) => {
  if ('canvas' in data) {
    painter = new SpeckPainter(data.canvas);
    return;
  }
  if ('specks' in data) painter?.show(data.view, data.looks, data.specks);
  painter?.paint(data.now);
});
