import type { StepRecord } from '../../view/fact.ts';
import type { Frame } from '../../view/frame.ts';
import { claimColour } from '../colours.ts';
import { group, path, round } from '../shape.ts';
import type { Shape } from '../shape.ts';
import type { Seen } from './spacetime-axis.ts';
import { claimOf } from './spacetime-events.ts';
import type { EventPlace } from './spacetime-events.ts';
import { arrowPath, head, underWay } from './spacetime-flights.ts';
import type { Light, Strength } from './spacetime-light.ts';
import type { SpacetimeRoom } from './spacetime-room.ts';

/** Of one look: all lines together. */
interface Lines {
  readonly colour: string;
  readonly strength: Strength;
  line: string;
  barbs: string;
}

/**
 * Arrows and events of a run that goes by too fast to be read or pressed: it looks as it does at rest,
 * but all of one look are one path, however many there are.
 */
export const coarseShapes = (
  records: readonly StepRecord[],
  frame: Pick<Frame, 'messages'>,
  events: readonly EventPlace[],
  room: SpacetimeRoom,
  light: Light,
  seen: Seen,
): readonly Shape[] => [
  group(arrows(records, frame, room, light, seen), { key: 'arrows' }),
  group(dots(events, light), { key: 'events' }),
];

function arrows(
  records: readonly StepRecord[],
  frame: Pick<Frame, 'messages'>,
  room: SpacetimeRoom,
  light: Light,
  seen: Seen,
): readonly Shape[] {
  const looks = new Map<string, Lines>();
  const add = (claim: number | null, strength: Strength, line: string, barbs: string): void => {
    const colour = claimColour(claim);
    const key = `${colour} ${strength.width} ${strength.opacity}`;
    const look = looks.get(key) ?? { colour, strength, line: '', barbs: '' };
    look.line += line;
    look.barbs += barbs;
    looks.set(key, look);
  };
  for (const record of records) {
    const { message } = record;
    const drawn = arrowPath(record, room, seen);
    if (message === null || drawn === null) continue;
    add(message.claim, light.ofMessage(message, record), drawn.line, drawn.barbs);
  }
  for (const { message, x0, y0 } of underWay(frame, room)) {
    const { x, y } = head(message, room, room.now);
    add(message.claim, light.ofFlying(message), `M${x0} ${y0}L${x} ${y}`, '');
  }
  return [...looks]
    .toSorted(([, a], [, b]) => a.strength.width - b.strength.width)
    .map(([key, { colour, strength, line, barbs }]) =>
      group(
        [
          path(line, { style: { fill: 'none', stroke: colour, strokeWidth: strength.width } }),
          path(barbs, { style: { fill: colour } }),
        ],
        { key, style: { opacity: strength.opacity } },
      ),
    );
}

/** A dot is a line of no length with round ends. */
function dots(events: readonly EventPlace[], light: Light): readonly Shape[] {
  const looks = new Map<string, { fill: string; opacity: number; d: string }>();
  for (const { x, y, record } of events) {
    const claim = claimOf(record);
    const fill = claim === null ? 'var(--ink-2)' : claimColour(claim);
    const opacity = light.ofStep(record);
    const key = `${fill} ${opacity}`;
    const look = looks.get(key) ?? { fill, opacity, d: '' };
    look.d += `M${round(x)} ${round(y)}h0`;
    looks.set(key, look);
  }
  const dot = (d: string, stroke: string, strokeWidth: number): Shape =>
    path(d, { style: { fill: 'none', stroke, strokeWidth, strokeLinecap: 'round' } });
  return [...looks].map(([key, { fill, opacity, d }]) =>
    group([dot(d, 'var(--paper)', 9), dot(d, fill, 7)], { key, style: { opacity } }),
  );
}
