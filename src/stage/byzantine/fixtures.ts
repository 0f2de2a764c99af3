import type { ByzantineDetail, GeneralView, PlanView } from '../../view/byzantine.ts';
import type { Frame, MessageView, ProcessView, Spoken } from '../../view/frame.ts';
import type { Pid } from '../../view/time.ts';

/** What a fixture tells of one message: who says it, and what, along its path. */
type Says = (path: readonly Pid[], to: Pid) => string | null;

interface Setting {
  readonly generals: number;
  readonly rounds: number;
  readonly traitors: readonly Pid[];
  readonly values?: readonly string[];
  readonly signed?: boolean;
  readonly says: Says;
  readonly messages?: readonly MessageView[];
  readonly plans?: readonly PlanView[];
}

const process = (pid: Pid, name: string): ProcessView => ({
  pid,
  name,
  liveness: 'up',
  dark: false,
  diskless: true,
  state: 'WAITING',
  machineState: 'waiting',
});

/** Paths that end in front of `self`, level by level. */
const pathsOf = (generals: number, rounds: number, self: Pid): readonly (readonly Pid[])[] => {
  const all = Array.from({ length: generals }, (_, i) => i + 1);
  let level: readonly (readonly Pid[])[] = [[1]];
  const paths = [...level];
  for (let depth = 0; depth < rounds; depth++) {
    level = level.flatMap((path) =>
      all.filter((pid) => pid !== self && !path.includes(pid)).map((pid) => [...path, pid]),
    );
    paths.push(...level);
  }
  return paths;
};

/** The majority of a node and of what lies below it, as a reader would count it by hand. */
const worthOf = (
  paths: readonly (readonly Pid[])[],
  heard: readonly number[],
  values: number,
): readonly number[] => {
  const worth = paths.map(() => -1);
  for (let i = paths.length - 1; i >= 0; i--) {
    const own = paths[i] ?? [];
    const below = paths.flatMap((path, j) =>
      path.length === own.length + 1 && own.every((pid, k) => path[k] === pid)
        ? [worth[j] ?? 0]
        : [],
    );
    const votes = [heard[i] ?? 0, ...below].map((one) => (one === -2 ? values - 1 : one));
    const most = [...new Set(votes)].find(
      (one) => 2 * votes.filter((each) => each === one).length > votes.length,
    );
    worth[i] = most ?? values - 1;
  }
  return worth;
};

/** Everything as it stands when all have decided. */
export function decided(setting: Setting): Frame<ByzantineDetail> {
  const { generals, rounds, traitors, values = ['A', 'R'], says } = setting;
  const names = Array.from({ length: generals }, (_, i) => (i === 0 ? 'C' : `L${i}`));
  const all = names.map((name, i): GeneralView => {
    const pid = i + 1;
    const loyal = !traitors.includes(pid);
    const holds = pid !== 1 && loyal && setting.signed !== true;
    const paths = holds ? pathsOf(generals, rounds, pid) : [];
    const heard = paths.map((path) => values.indexOf(says(path, pid) ?? ''));
    const worth = worthOf(paths, heard, values.length);
    return {
      pid,
      name,
      loyal,
      failed: false,
      decided: pid === 1 ? 'A' : loyal ? (values[worth[0] ?? 0] ?? null) : null,
      how: pid === 1 ? 'own' : loyal ? 'majority' : null,
      heard,
      worth,
      ties: [],
      signed: [],
      refused: [],
      proof: false,
    };
  });
  const lieutenants = all.filter(({ pid, loyal }) => pid !== 1 && loyal);
  const agree = new Set(lieutenants.map((one) => one.decided)).size < 2;
  const obey = lieutenants.every((one) => one.decided === 'A');
  let each = 1;
  const levels = Array.from({ length: rounds + 1 }, (_, i) => {
    each *= generals - 1 - i;
    const lies = i === 0 ? 0 : traitors.length * (generals - 2);
    return { expected: each, sent: each, arrived: each, lies };
  });
  return {
    branch: 0,
    position: 20,
    length: 20,
    time: 1_000_000,
    nextTime: null,
    nextInteresting: null,
    processes: names.map((name, i) => process(i + 1, name)),
    messages: setting.messages ?? [],
    links: [],
    partition: [],
    invariants: [],
    violations: [],
    structure: 1,
    detail: {
      values,
      order: 'A',
      rounds,
      signed: setting.signed === true,
      tie: 'default',
      strategy: 'flip',
      commander: 1,
      round: rounds + 2,
      begins: 0,
      roundUs: 40_000,
      levels,
      generals: all,
      ic1: agree ? 'holds' : 'fails',
      ic2: traitors.includes(1) ? 'idle' : obey ? 'holds' : 'fails',
      broken: [],
      notPromised: generals > 3 * rounds ? null : 'generals',
      plans: setting.plans ?? [],
      plansHidden: 0,
      two: null,
    },
  };
}

/** A message under way, so far along. */
export const says = (
  id: number,
  path: readonly Pid[],
  to: Pid,
  value: string,
  part: number,
  lie = false,
): MessageView => {
  const shapes: readonly Spoken[] = ['order', 'relay', 'relay-2', 'relay-3'];
  const spoken = shapes[path.length - 1] ?? 'order';
  const names = path.map((pid) => (pid === 1 ? 'C' : `L${pid - 1}`));
  const mouths = names.slice(0, -1).reverse();
  return {
    id,
    from: path.at(-1) ?? 1,
    to,
    kind: path.length === 1 ? 'order' : 'relay',
    shape: lie ? `lie-${spoken}` : spoken,
    claim: value === 'A' ? 1 : 2,
    label: [...mouths, value].join(': '),
    short: value,
    sentAt: 1_000_000 - part * 10_000,
    leftAt: 1_000_000 - part * 10_000,
    arrivesAt: 1_000_000 + (1 - part) * 10_000,
    status: 'flying',
    nature: 'datagram',
    routine: false,
    piled: 0,
  };
};

/** L3 of four tells L1 and L2 that C said R. */
export const fourGenerals = (): Frame<ByzantineDetail> =>
  decided({
    generals: 4,
    rounds: 1,
    traitors: [4],
    says: (path) => (path.at(-1) === 4 ? 'R' : 'A'),
    messages: [
      says(1, [1], 2, 'A', 0.5),
      says(2, [1], 3, 'A', 0.7),
      says(3, [1], 4, 'A', 0.5),
      says(4, [1, 2], 3, 'A', 0.6),
      says(5, [1, 2], 4, 'A', 0.3),
      says(6, [1, 3], 2, 'A', 0.7),
      says(7, [1, 3], 4, 'A', 0.55),
      says(8, [1, 4], 2, 'R', 0.3, true),
      says(9, [1, 4], 3, 'R', 0.6, true),
    ],
  });

/** Seven, two of them traitors: L5 and L6. */
export const sevenGenerals = (): Frame<ByzantineDetail> =>
  decided({
    generals: 7,
    rounds: 2,
    traitors: [6, 7],
    says: (path) => (path.some((pid) => pid > 5) ? 'R' : 'A'),
    messages: [2, 3, 4, 5, 6, 7].flatMap((from) =>
      [2, 3, 4, 5, 6, 7]
        .filter((to) => to !== from)
        .map((to, i) =>
          says(
            from * 10 + to,
            [1, from],
            to,
            from > 5 ? 'R' : 'A',
            0.2 + ((i * 3 + from) % 7) / 10,
            from > 5,
          ),
        ),
    ),
  });
