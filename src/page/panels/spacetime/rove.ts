import type { EventPlace } from '../../../stage/time/spacetime-events.ts';

/**
 * The event that a key leads to from another: left and right in the order of time, up and down to
 * the nearest one of the next lane that has any; null when the key has no meaning or leads nowhere.
 */
export const nextEvent = (
  events: readonly EventPlace[],
  step: number,
  key: string,
): EventPlace | null => {
  const at = events.findIndex((one) => one.step === step);
  const from = events[at];
  if (from === undefined) return null;
  switch (key) {
    case 'ArrowRight':
      return events[at + 1] ?? null;
    case 'ArrowLeft':
      return events[at - 1] ?? null;
    case 'Home':
      return events[0] ?? null;
    case 'End':
      return events.at(-1) ?? null;
    case 'ArrowUp':
      return nearest(
        events.filter(({ y }) => y < from.y),
        from,
      );
    case 'ArrowDown':
      return nearest(
        events.filter(({ y }) => y > from.y),
        from,
      );
    default:
      return null;
  }
};

/** Of the nearest lane, the event nearest in time. */
function nearest(events: readonly EventPlace[], from: EventPlace): EventPlace | null {
  const [best] = events.toSorted(
    (a, b) =>
      Math.abs(a.y - from.y) - Math.abs(b.y - from.y) ||
      Math.abs(a.x - from.x) - Math.abs(b.x - from.x),
  );
  return best ?? null;
}
