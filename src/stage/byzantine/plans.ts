import type { ByzantineDetail, PlanView } from '../../view/byzantine.ts';
import type { GeneralsCast } from './layout.ts';
import type { Order } from '../../view/byzantine-setup.ts';
import type { Pid } from '../../view/time.ts';
import { textWidth } from '../geometry.ts';

/** More switches than these do not stand on the stage: they are in the inspector. */
const MOST_ROWS = 4;
/** Beside so many traitors at most. */
const MOST_HANDS = 2;

/** What each traitor says that has a switch on the stage: its messages of the round that has most to do with it. */
export const plansOnStage = (detail: ByzantineDetail): ReadonlyMap<Pid, readonly PlanView[]> => {
  const traitors = detail.generals.filter(({ loyal }) => !loyal);
  if (traitors.length > MOST_HANDS || detail.generals.length > 5) return new Map();
  return new Map(
    traitors.flatMap(({ pid }) => {
      const own = detail.plans.filter(({ from }) => from === pid);
      const first = Math.min(...own.map(({ path }) => path.length));
      const shown = own.filter(({ path }) => path.length === first);
      return shown.length > 0 && shown.length <= MOST_ROWS ? [[pid, shown] as const] : [];
    }),
  );
};

/** What they take on the stage: the name of whoever is told, a place for each value, and one for nothing. */
export const handsOf = (
  plans: ReadonlyMap<Pid, readonly PlanView[]>,
  values: readonly Order[],
): GeneralsCast['hands'] => {
  const places = [...values, '–'].map((value) => Math.max(25, textWidth(value, 13) + 13));
  const width = Math.ceil(27 + places.reduce((sum, one) => sum + one, 0));
  return [...plans].map(([pid, { length }]) => ({ pid, rows: length, width }));
};

/** By round, the orders first. */
export const plansByRound = (
  { plans }: ByzantineDetail,
  pid: Pid,
): readonly (readonly PlanView[])[] => {
  const own = plans.filter(({ from }) => from === pid);
  const rounds = [...new Set(own.map(({ path }) => path.length))].sort((a, b) => a - b);
  return rounds.map((round) => own.filter(({ path }) => path.length === round));
};
