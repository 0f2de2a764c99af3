/** Who is who among the generals, and what their values look like. */
import type { ByzantineDetail, GeneralView } from '../../view/byzantine.ts';
import type { Order } from '../../view/byzantine-setup.ts';
import type { Pid } from '../../view/time.ts';
import { claimColour } from '../colours.ts';
import type { SayByzantine } from './words.ts';

/** The commander first, the others in their order. */
export const inOrder = ({ generals, commander }: ByzantineDetail): readonly GeneralView[] => [
  ...generals.filter(({ pid }) => pid === commander),
  ...generals.filter(({ pid }) => pid !== commander),
];

export const lieutenantsOf = ({ generals, commander }: ByzantineDetail): readonly GeneralView[] =>
  generals.filter(({ pid }) => pid !== commander);

export const nameOf = ({ generals }: ByzantineDetail, pid: Pid): string =>
  generals.find((one) => one.pid === pid)?.name ?? String(pid);

/** The default: what nothing counts as, and what a tie gives where no other rule is. */
export const defaultOf = ({ values }: ByzantineDetail): Order => values.at(-1) ?? 'R';

/** The colour of a value: the same wherever it stands. */
export const valueColour = ({ values }: Pick<ByzantineDetail, 'values'>, value: Order): string => {
  const place = values.indexOf(value);
  return claimColour(place < 0 ? null : place + 1);
};

/** `C said A`, `L1: C said A`: whom it was heard from says it of whoever stands before. */
export const saidText = (
  detail: ByzantineDetail,
  path: readonly Pid[],
  value: Order,
  say: SayByzantine,
): string => {
  const [first, ...mouths] = path.map((pid) => nameOf(detail, pid));
  if (first === undefined) return value;
  return mouths.reduce(
    (inner, who) => say('saidOf', { who, inner }),
    say('said', { who: first, value }),
  );
};

/** `C·L2`. */
export const pathText = (detail: ByzantineDetail, path: readonly Pid[]): string =>
  path.map((pid) => nameOf(detail, pid)).join('·');

/** Whose view is shown where nobody is chosen: the first loyal lieutenant's. */
export const lookedAt = (detail: ByzantineDetail, selected: Pid | null): GeneralView | null => {
  const all = lieutenantsOf(detail);
  return (
    all.find(({ pid }) => pid === selected) ?? all.find(({ loyal }) => loyal) ?? all[0] ?? null
  );
};
