import type { Pid } from '../../view/time.ts';
import { boldWidth, textWidth } from '../geometry.ts';
import { group, path, round, text } from '../shape.ts';
import type { Shape } from '../shape.ts';
import type { ColumnsLayout } from './columns-layout.ts';
import { colourOf, refusal } from './marks.ts';
import type { SceneView } from './scene.ts';
import type { RecipesSaying } from './words.ts';

/** The newest write at the gate: stored, or refused for its token. */
export function lastWrite(
  last: { readonly by: Pid; readonly token: string; readonly ok: boolean },
  fencing: boolean,
  greatest: string,
  scene: SceneView,
  top: number,
  layout: ColumnsLayout,
  words: RecipesSaying,
): Shape[] {
  const column = layout.columns.get(last.by);
  const name = scene.clients.find(({ pid }) => pid === last.by)?.name ?? '';
  if (column === undefined || layout.narrow) return [];
  const colour = colourOf(last.by);
  const y = top - 22;
  if (!last.ok) {
    const label = `${last.token} < ${greatest}`;
    const half = boldWidth(label, 14) / 2 + 24;
    const x = Math.min(layout.width - 24 - half, Math.max(column.x, layout.left + 8 + half));
    const told = words.say('refused', { name });
    const wide = boldWidth(told, 13);
    const right = x + half + 12;
    const beside = right + wide < layout.width - 24;
    return [
      group(
        [
          path(
            `M${round(column.x)} ${round(y - 13)}V${round(layout.table + layout.shown * layout.line + 1)}`,
            {
              style: { stroke: colour, strokeWidth: 1.6 },
            },
          ),
          refusal(x, y, label, colour),
          text(round(beside ? right : x - half - 12), round(y + 5), told, {
            anchor: beside ? 'start' : 'end',
            className: 's b halo',
          }),
        ],
        { key: 'last-write' },
      ),
    ];
  }
  const told = words.say(fencing ? 'stored' : 'unchecked', { name });
  const wide = textWidth(told, 13);
  const beside = column.x + 16 + wide < layout.width - 24;
  return [
    group(
      [
        path(
          `M${round(column.x)} ${round(layout.table + layout.shown * layout.line + 2)}V${round(y + 20)}`,
          {
            style: { stroke: colour, strokeWidth: 1.6 },
          },
        ),
        text(round(column.x + (beside ? 12 : -12)), round(y + 5), told, {
          anchor: beside ? 'start' : 'end',
          className: 's i2 halo',
        }),
      ],
      { key: 'last-write' },
    ),
  ];
}
