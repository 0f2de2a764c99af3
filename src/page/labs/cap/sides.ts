import type { CapCutView, CapRequestView } from '../../../view/cap.ts';
import type { Micros } from '../../../view/time.ts';

export type Column = 'minority' | 'majority' | 'all';

/** The cut that the requests are sorted by: the first one that parts the servers. */
export const partingCut = (cuts: readonly CapCutView[]): CapCutView | undefined =>
  cuts.find(({ groups }) => groups.length > 1);

const columnOf = (server: number, { groups }: CapCutView): Column => {
  const servers = groups.reduce((sum, group) => sum + group.length, 0);
  const own = groups.find((group) => group.includes(server))?.length ?? 0;
  return 2 * own > servers ? 'majority' : 'minority';
};

/** When it was called, or is to be; null while nobody knows. */
export const callOf = ({ calledAt, at }: CapRequestView): Micros | null => calledAt ?? at;

export interface Columns {
  readonly column: Column;
  readonly requests: readonly CapRequestView[];
}

/**
 * The requests that clients called while the servers were parted, those of the smaller side first;
 * without a cut all of them, side by side.
 */
export function columnsOf(
  requests: readonly CapRequestView[],
  cuts: readonly CapCutView[],
): readonly Columns[] {
  const cut = partingCut(cuts);
  if (cut === undefined) return [{ column: 'all', requests }];
  const during = requests.filter((one) => {
    const call = callOf(one);
    return call !== null && call >= cut.from && (cut.to === null || call < cut.to);
  });
  return (['minority', 'majority'] as const).map((column) => ({
    column,
    requests: during.filter(({ server }) => columnOf(server, cut) === column),
  }));
}
