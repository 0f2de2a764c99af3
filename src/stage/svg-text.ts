import type { Shape, Style, ViewBox } from './shape.ts';

/** Escapes what XML would read as markup, in text and in attribute values alike. */
const escape = (value: string): string =>
  value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    // Not allowed in XML 1.0 at all, escaped or not.
    .replaceAll(/[^\t\n\r -\u{10ffff}]/gu, '');

const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);

const styleText = (style: Style): string =>
  Object.entries(style)
    .map(([name, value]) => `${kebab(name)}:${value}${name === 'fontSize' ? 'px' : ''}`)
    .join(';');

const attributes = (pairs: readonly (readonly [string, string | number | undefined])[]): string =>
  pairs
    .filter((pair): pair is readonly [string, string | number] => pair[1] !== undefined)
    .map(([name, value]) => ` ${name}="${escape(String(value))}"`)
    .join('');

const common = (shape: Shape): string =>
  attributes([
    ['class', shape.className],
    ['style', shape.style && styleText(shape.style)],
    ['role', shape.role],
    ['aria-label', shape.label],
    ['transform', shape.transform],
  ]);

const element = (shape: Shape): string => {
  const title = shape.title === undefined ? '' : `<title>${escape(shape.title)}</title>`;
  const tag = (name: string, own: string, inside = ''): string =>
    `<${name}${own}${common(shape)}>${title}${inside}</${name}>`;
  switch (shape.type) {
    case 'group':
      return tag('g', '', shape.children.map(element).join(''));
    case 'path':
      return tag('path', attributes([['d', shape.d]]));
    case 'circle':
      return tag(
        'circle',
        attributes([
          ['cx', shape.cx],
          ['cy', shape.cy],
          ['r', shape.r],
        ]),
      );
    case 'rect':
      return tag(
        'rect',
        attributes([
          ['x', shape.x],
          ['y', shape.y],
          ['width', shape.width],
          ['height', shape.height],
          ['rx', shape.rx],
        ]),
      );
    case 'line':
      return tag(
        'line',
        attributes([
          ['x1', shape.x1],
          ['y1', shape.y1],
          ['x2', shape.x2],
          ['y2', shape.y2],
        ]),
      );
    case 'text':
      return tag(
        'text',
        attributes([
          ['x', shape.x],
          ['y', shape.y],
          ['text-anchor', shape.anchor],
        ]),
        escape(shape.text),
      );
  }
};

/** The hatching of paused servers; the page puts it into its own `<defs>` once. */
export const HATCH =
  '<pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" ' +
  'patternTransform="rotate(45)"><path d="M0 0V7" style="stroke:var(--crashed);' +
  'stroke-width:2.2;opacity:.65"/></pattern>';

/**
 * A standalone SVG file. The drawing's classes and variables mean what `css` says; nothing is
 * resolved here, so give it the tokens too. The language decides which glyphs a font shows.
 */
export const svgText = (
  shapes: readonly Shape[],
  viewBox: ViewBox,
  css: string,
  lang?: string,
): string =>
  `<svg xmlns="http://www.w3.org/2000/svg"${attributes([
    ['lang', lang],
    ['xml:lang', lang],
  ])} viewBox="0 0 ${viewBox.width} ${viewBox.height}" ` +
  `width="${viewBox.width}" height="${viewBox.height}"><style>${escape(css)}</style>` +
  `<defs>${HATCH}</defs>${shapes.map(element).join('')}</svg>\n`;
