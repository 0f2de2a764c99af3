import { describe, expect, test } from 'vitest';
import { circle, group, isSame, path, rect, text } from './shape.ts';
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

describe('two shapes', () => {
  const one = () =>
    group([text(1, 2, 'a', { style: { fill: 'red' } }), circle(0, 0, 3)], {
      key: 'g',
      action: { link: [1, 2] },
    });

  test('say the same when everything in them does, wherever it was made', () => {
    expect(isSame(one(), one())).toBe(true);
    expect(isSame(null, null)).toBe(true);
  });

  test.each([
    [
      'another text',
      group([text(1, 2, 'b', { style: { fill: 'red' } }), circle(0, 0, 3)], {
        key: 'g',
        action: { link: [1, 2] },
      }),
    ],
    [
      'another colour',
      group([text(1, 2, 'a', { style: { fill: 'blue' } }), circle(0, 0, 3)], {
        key: 'g',
        action: { link: [1, 2] },
      }),
    ],
    [
      'a child less',
      group([text(1, 2, 'a', { style: { fill: 'red' } })], { key: 'g', action: { link: [1, 2] } }),
    ],
    [
      'another deed',
      group([text(1, 2, 'a', { style: { fill: 'red' } }), circle(0, 0, 3)], {
        key: 'g',
        action: { link: [1, 3] },
      }),
    ],
    ['a property more', { ...one(), role: 'button' }],
    [
      'a property less',
      group([text(1, 2, 'a', { style: { fill: 'red' } }), circle(0, 0, 3)], { key: 'g' }),
    ],
  ])('do not with %s', (_, other) => {
    expect(isSame(one(), other)).toBe(false);
    expect(isSame(other, one())).toBe(false);
  });
});
