import { useEffect, useEffectEvent, useRef } from 'react';
import type { Crowd } from '../../stage/crowd.ts';
import type { Layout } from '../../stage/layout.ts';
import type { Shape } from '../../stage/shape.ts';
import { useSize } from '../browser/use-size.ts';
import { playhead } from '../sim/playhead.ts';
import { SpeckPainter } from './speck-painter.ts';
import type { View } from './speck-painter.ts';
import type { ToSpecks } from './specks.worker.ts';
import './crowd-canvas.css';

/** Who paints: another thread, where a canvas can be given to one. */
interface Painter {
  show(view: View, looks: readonly (readonly Shape[])[], specks: Float64Array, now: number): void;
  paint(now: number): void;
  end(): void;
}

function painterOf(canvas: HTMLCanvasElement): Painter {
  if (!('transferControlToOffscreen' in canvas)) return hereOn(canvas);
  const worker = new Worker(new URL('./specks.worker.ts', import.meta.url), { type: 'module' });
  const tell = (message: ToSpecks, transfer: Transferable[] = []): void =>
    worker.postMessage(message, transfer);
  const surface = canvas.transferControlToOffscreen();
  tell({ canvas: surface }, [surface]);
  return {
    show: (view, looks, specks, now) => tell({ view, looks, specks, now }, [specks.buffer]),
    paint: (now) => tell({ now }),
    end: () => worker.terminate(),
  };
}

function hereOn(canvas: HTMLCanvasElement): Painter {
  const painter = new SpeckPainter(canvas);
  return {
    show: (view, looks, specks, now) => {
      painter.show(view, looks, specks);
      painter.paint(now);
    },
    paint: (now) => painter.paint(now),
    end: () => undefined,
  };
}

const VARIABLE = /^var\((--[\w-]+)\)$/;

/** Looks with the colours that the theme gives them here. */
function coloured(looks: Crowd['looks'], place: Element): Crowd['looks'] {
  const style = getComputedStyle(place);
  const colour = (value: string): string => {
    const name = VARIABLE.exec(value)?.[1];
    return name === undefined ? value : style.getPropertyValue(name).trim();
  };
  return looks.map((shapes) =>
    shapes.map((shape) => {
      const { fill, stroke } = shape.style ?? {};
      const own = {
        ...shape.style,
        ...(fill !== undefined && { fill: colour(fill) }),
        ...(stroke !== undefined && { stroke: colour(stroke) }),
      };
      return { ...shape, style: own };
    }),
  );
}

/** Where a drawing of this size lies in a place: as large as it can be, in the middle. */
const viewOf = (place: { width: number; height: number }, layout: Layout): View => {
  const dense = devicePixelRatio;
  const width = Math.round(place.width * dense);
  const height = Math.round(place.height * dense);
  const scale = Math.min(width / layout.width, height / layout.height);
  return {
    width,
    height,
    scale,
    left: (width - layout.width * scale) / 2,
    top: (height - layout.height * scale) / 2,
  };
};

/** A crowd of messages over a stage; they move with the playhead. */
export const CrowdCanvas = ({
  crowd,
  layout,
  label,
}: {
  crowd: Crowd;
  layout: Layout;
  label: string;
}) => {
  const place = useRef<HTMLDivElement>(null);
  const painter = useRef<Painter | null>(null);
  const size = useSize(place);

  // A canvas can be given away once, so each life of this has one of its own.
  const begin = useEffectEvent((element: HTMLElement) => {
    const canvas = document.createElement('canvas');
    element.append(canvas);
    painter.current = painterOf(canvas);
    return canvas;
  });
  useEffect(() => {
    if (place.current === null) return;
    const canvas = begin(place.current);
    const stop = playhead.follow((now) => painter.current?.paint(now));
    return () => {
      stop();
      painter.current?.end();
      painter.current = null;
      canvas.remove();
    };
  }, []);
  useEffect(() => {
    if (place.current === null || size.width === 0) return;
    const { looks, specks } = crowd;
    painter.current?.show(
      viewOf(size, layout),
      coloured(looks, place.current),
      specks.slice(),
      playhead.now(),
    );
  });
  return <div ref={place} className="crowd" role="img" aria-label={label} />;
};
