/** Which lies were tried in this visit, and what came of them; nothing fills it in before. */
import { create } from 'zustand';
import type { LieCell } from '../../../stage/byzantine/field.ts';
import type { ByzantineDetail } from '../../../view/byzantine.ts';
import type { ByzantineSetup } from '../../../view/byzantine-setup.ts';

/** What came of a behaviour, of both predicates. */
export interface Came {
  readonly ic1: boolean;
  readonly ic2: boolean | null;
}

interface Played {
  readonly came: ReadonlyMap<string, Came>;
}

export const usePlayed = create<Played>()(() => ({ came: new Map() }));

const same = (one: Came | undefined, other: Came): boolean =>
  one !== undefined && one.ic1 === other.ic1 && one.ic2 === other.ic2;

/** Notes what came of it. */
export const notePlayed = (key: string, came: Came): void => {
  const known = usePlayed.getState().came;
  if (same(known.get(key), came)) return;
  usePlayed.setState({ came: new Map([...known, [key, came]]) });
};

/** A behaviour as a text: among how many, who lies, the order, and what it says to each. */
const keyOf = (
  generals: number,
  values: readonly string[],
  traitor: number,
  order: string,
  says: LieCell['says'],
): string => {
  const byDefault = values.at(-1) ?? '';
  const said = [...says]
    .sort((a, b) => a.to - b.to)
    .map(({ to, value }) => `${to}${value ?? byDefault}`);
  return [generals, values.join('/'), traitor, order, ...said].join(' ');
};

/** What the run on screen plays, if one traitor lies in one round; null: it is no cell of a field. */
export const behaviourOf = (detail: ByzantineDetail): string | null => {
  const traitors = detail.generals.filter(({ loyal }) => !loyal);
  const [traitor] = traitors;
  if (traitor === undefined || traitors.length > 1 || detail.two !== null) return null;
  if (detail.rounds !== 1 || detail.signed || detail.plansHidden > 0) return null;
  const says = detail.plans
    .filter(({ from }) => from === traitor.pid)
    .map(({ to, value }) => ({ to, value }));
  return keyOf(detail.generals.length, detail.values, traitor.pid, detail.order, says);
};

/** The cells of a field: one for each set-up, with what its traitor says. */
export const cellsOf = (setups: readonly ByzantineSetup[]): readonly LieCell[] =>
  setups.flatMap((setup): readonly LieCell[] => {
    const [traitor] = setup.traitors ?? [];
    const values = setup.values ?? ['A', 'R'];
    const order = setup.order ?? values[0] ?? '';
    if (traitor === undefined) return [];
    const says = (setup.lies ?? []).map(({ to, value }) => ({ to, value }));
    return [
      {
        id: keyOf(setup.generals, values, traitor, order, says),
        setup,
        traitor,
        order,
        says: [...says].sort((a, b) => a.to - b.to),
      },
    ];
  });

/** Notes what has come of the run on screen, once all have decided. */
export const noteRun = (detail: ByzantineDetail): void => {
  const key = behaviourOf(detail);
  if (key === null || detail.ic1 === 'open' || detail.ic2 === 'open' || detail.tie !== 'default')
    return;
  notePlayed(key, {
    ic1: detail.ic1 === 'holds',
    ic2: detail.ic2 === 'idle' ? null : detail.ic2 === 'holds',
  });
};
