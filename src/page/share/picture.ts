import type { Drawing } from '../../stage/shape.ts';
import { svgText } from '../../stage/svg-text.ts';
import drawingCss from '../draw/drawing.css?inline';

/** The values that these tokens have in the theme shown. */
const tokens = (names: Iterable<string>): string => {
  const style = getComputedStyle(document.documentElement);
  const lines = Array.from(names, (name) => `${name}:${style.getPropertyValue(name).trim()}`);
  return `svg{${lines.join(';')};background:var(--paper);font-size:15px}`;
};

/** A drawing as an SVG file that needs nothing else: the tokens that it names go with it. */
export const svgFile = (drawing: Drawing): string => {
  const { lang } = document.documentElement;
  const write = (css: string): string => svgText(drawing.shapes, drawing, css, lang);
  const named = new Set(write(`${drawingCss}--paper`).match(/--[a-z][\w-]*/g));
  return write(`${tokens(named)}${drawingCss}`);
};

/** A drawing as PNG at `scale` pixels a unit. */
export const pngFile = async (drawing: Drawing, scale = 2): Promise<Blob> => {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svgFile(drawing))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(drawing.width * scale);
  canvas.height = Math.round(drawing.height * scale);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.fillStyle = getComputedStyle(document.documentElement).getPropertyValue('--paper');
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)));
  });
};
