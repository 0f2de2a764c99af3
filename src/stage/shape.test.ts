import { describe, expect, test } from 'vitest';
import { circle, group, path, rect, text } from './shape.ts';
import { svgText } from './svg-text.ts';

describe('a drawing as an SVG file', () => {
  test('escapes every text, name and style', () => {
    const svg = svgText(
      [
        group([text(1, 2, '5 < 6 & "7"'), rect(0, 0, 1, 1, { title: '<b>' })], {
          label: '"><script>alert(1)</script>',
        }),
      ],
      { width: 10, height: 20 },
      'text > tspan { fill: red } </style>',
    );
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain('<b>');
    expect(svg).toContain('5 &lt; 6 &amp; &quot;7&quot;');
    expect(svg.match(/<\/style>/g)).toHaveLength(1);
    expect(svg).toContain('viewBox="0 0 10 20"');
  });

  test('writes styles by their CSS names, font sizes with a unit', () => {
    const svg = svgText(
      [
        circle(0, 0, 3, { style: { strokeWidth: 2, fill: 'var(--c1)' } }),
        text(0, 0, 'S1', { style: { fontSize: 13 } }),
        path('M0 0', { className: 'link' }),
      ],
      { width: 1, height: 1 },
      '',
    );
    expect(svg).toContain('style="stroke-width:2;fill:var(--c1)"');
    expect(svg).toContain('style="font-size:13px"');
    expect(svg).toContain('class="link"');
  });

  test('leaves out characters that XML does not allow', () => {
    expect(svgText([text(0, 0, 'a\u0000b')], { width: 1, height: 1 }, '')).toContain('>ab<');
  });
});
