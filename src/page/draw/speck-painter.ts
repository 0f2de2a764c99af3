import { eachSpeck } from '../../stage/crowd.ts';
import type { Shape } from '../../stage/shape.ts';

type Surface = HTMLCanvasElement | OffscreenCanvas;
type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** How the drawing lies on its surface. */
export interface View {
  /** Of the surface, in its own pixels. */
  readonly width: number;
  readonly height: number;
  /** Pixels of a drawing unit, and where the drawing begins. */
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

/** Half the side of a look, in drawing units. */
const HALF = 12;

/** Paints specks on a canvas, in whatever thread that is; colours come with the looks. */
export class SpeckPainter {
  private readonly surface: Surface;
  private readonly context: Context | null;
  private view: View = { width: 0, height: 0, scale: 1, left: 0, top: 0 };
  private looks: readonly (readonly Shape[])[] = [];
  private specks: Float64Array = new Float64Array(0);
  /** All looks beside each other, made again when they or the scale change. */
  private sheet: OffscreenCanvas | null = null;

  constructor(surface: Surface) {
    this.surface = surface;
    this.context = surface.getContext('2d') as Context | null;
  }

  show(view: View, looks: readonly (readonly Shape[])[], specks: Float64Array): void {
    const { surface } = this;
    if (surface.width !== view.width) surface.width = view.width;
    if (surface.height !== view.height) surface.height = view.height;
    const same =
      view.scale === this.view.scale && JSON.stringify(looks) === JSON.stringify(this.looks);
    this.view = view;
    this.looks = looks;
    this.specks = specks;
    if (!same || this.sheet === null) this.sheet = this.sheetOf();
  }

  paint(now: number): void {
    const { context, sheet, view } = this;
    if (context === null) return;
    context.clearRect(0, 0, view.width, view.height);
    if (sheet === null) return;
    const side = sheet.height;
    eachSpeck(this.specks, now, (x, y, look) => {
      const left = Math.round(view.left + x * view.scale - side / 2);
      const top = Math.round(view.top + y * view.scale - side / 2);
      context.drawImage(sheet, look * side, 0, side, side, left, top, side, side);
    });
  }

  private sheetOf(): OffscreenCanvas | null {
    const { looks, view } = this;
    const side = Math.max(1, Math.ceil(2 * HALF * view.scale));
    const sheet = new OffscreenCanvas(side * Math.max(1, looks.length), side);
    const context = sheet.getContext('2d');
    if (context === null) return null;
    looks.forEach((shapes, i) => {
      context.setTransform(view.scale, 0, 0, view.scale, (i + 0.5) * side, side / 2);
      for (const shape of shapes) draw(context, shape);
    });
    return sheet;
  }
}

function draw(context: OffscreenCanvasRenderingContext2D, shape: Shape): void {
  const outline = outlineOf(shape);
  if (outline === null) return;
  const { fill = 'black', stroke, strokeWidth = 1 } = shape.style ?? {};
  if (fill !== 'none') {
    context.fillStyle = fill;
    context.fill(outline);
  }
  if (stroke === undefined) return;
  context.strokeStyle = stroke;
  context.lineWidth = Number(strokeWidth);
  context.stroke(outline);
}

/** The looks of messages are made of these. */
function outlineOf(shape: Shape): Path2D | null {
  const outline = new Path2D(shape.type === 'path' ? shape.d : '');
  if (shape.type === 'circle') outline.arc(shape.cx, shape.cy, shape.r, 0, 2 * Math.PI);
  else if (shape.type === 'rect') {
    outline.roundRect(shape.x, shape.y, shape.width, shape.height, shape.rx ?? 0);
  } else if (shape.type !== 'path') return null;
  return outline;
}
