import type { Drawing } from '../../stage/shape.ts';
import { svgText } from '../../stage/svg-text.ts';
import drawingCss from '../draw/drawing.css?inline';

/** The values that the tokens have in the theme shown. */
const tokens = (): string => {
  const style = getComputedStyle(document.documentElement);
  const names = new Set(drawingCss.match(/--[\w-]+/g));
  const extra = ['c1', 'c2', 'c3', 'c4', 'c5', 'e1', 'e2', 'e3', 'e4', 'faint'];
  for (const name of extra) names.add(`--${name}`);
  const lines = [...names].map((name) => `${name}:${style.getPropertyValue(name).trim()}`);
  return `svg{${lines.join(';')};background:var(--paper)}`;
};

/** A drawing as an SVG file that needs nothing else. */
export const svgFile = (drawing: Drawing): string =>
  svgText(drawing.shapes, drawing, `${tokens()}${drawingCss}`);

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
