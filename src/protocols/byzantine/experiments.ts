/** What the limits rest on, computed: two worlds that one general cannot tell apart, and messengers that may not come. */
import type { MessengersRow } from '../../view/byzantine-ask.ts';
import type { ByzantineSetup, Order, TieRule } from '../../view/byzantine-setup.ts';
import type { Pid } from '../../view/time.ts';
import { configOf } from './config.ts';
import { naiveRun } from './naive.ts';
import type { NaiveOutcome } from './naive.ts';
import type { Path } from './paths.ts';

/** L1, L2 among three generals of whom the first commands. */
const L1 = 2;
const L2 = 3;
const C = 1;

/** The commander orders A, and L2 says of it that it ordered R; or the commander tells L1 A and L2 R. */
export const worlds = {
  lieutenantLies: {
    generals: 3,
    traitors: [L2],
    lies: [{ path: [C, L2], to: L1, value: 'R' }],
  },
  commanderLies: {
    generals: 3,
    traitors: [C],
    lies: [
      { path: [C], to: L1, value: 'A' },
      { path: [C], to: L2, value: 'R' },
    ],
  },
} as const satisfies Readonly<Record<string, ByzantineSetup>>;

export type WorldName = keyof typeof worlds;

/** All that one general hears in a run, as a text. */
export function seenBy(setup: ByzantineSetup, pid: Pid): string {
  const seen: string[] = [];
  naiveRun(configOf(setup), ({ path, to, value }: { path: Path; to: Pid; value: Order }) => {
    if (to === pid) seen.push(`${path.join('.')} ${value}`);
  });
  return seen.toSorted().join(', ');
}

/** Whether L1 sees the same in both worlds. */
export const sameToL1 = (): boolean =>
  seenBy(worlds.lieutenantLies, L1) === seenBy(worlds.commanderLies, L1);

/** Which condition a rule for ties fails in one world. */
export function failsIn(world: WorldName, tie: TieRule): 'none' | 'IC1' | 'IC2' {
  const outcome: NaiveOutcome = naiveRun(configOf({ ...worlds[world], tie }));
  if (!outcome.ic1) return 'IC1';
  return outcome.ic2 ? 'none' : 'IC2';
}

/** How many of so many messengers come to each of the two when the chain breaks behind so many. */
const cameTo = (arrived: number): readonly [number, number] => [
  Math.floor(arrived / 2),
  Math.ceil(arrived / 2),
];

/**
 * For 1 to so many messengers: every rule (how many each general needs) in every run (the chain breaks
 * behind any messenger, or nowhere). What a general does can depend on nothing but how many came to it.
 */
export function messengerRows(upTo: number): readonly MessengersRow[] {
  return Array.from({ length: upTo }, (_, index) => messengerRow(index + 1));
}

export function messengerRow(messengers: number): MessengersRow {
  const full = cameTo(messengers);
  const cut = cameTo(messengers - 1);
  const sender = messengers % 2 === 1 ? 0 : 1;
  let rules = 0;
  let safe = 0;
  // One more than can come: such a general never attacks.
  for (let first = 0; first <= full[0] + 1; first++) {
    for (let second = 0; second <= full[1] + 1; second++) {
      rules++;
      if (isSafe(messengers, [first, second])) safe++;
    }
  }
  const attack = (came: readonly [number, number]): readonly [boolean, boolean] => [
    came[0] >= full[0],
    came[1] >= full[1],
  ];
  return {
    messengers,
    sender: sender + 1,
    allCome: attack(full),
    lastCaught: attack(cut),
    same: full[sender] === cut[sender],
    rules,
    safe,
  };
}

/**
 * Both attack in some run, nobody alone in any, and nobody attacks when no messenger came: then G2 knows
 * of no plan.
 */
function isSafe(messengers: number, needs: readonly [number, number]): boolean {
  let together = false;
  for (let arrived = 0; arrived <= messengers; arrived++) {
    const came = cameTo(arrived);
    const [first, second] = [came[0] >= needs[0], came[1] >= needs[1]];
    if (first !== second) return false;
    if (first && second) {
      if (arrived === 0) return false;
      together = true;
    }
  }
  return together;
}
