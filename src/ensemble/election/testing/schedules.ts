/**
 * Support for tests: ensembles in trouble, made from a seed. Everything that a person may do happens
 * at random for some minutes; then all links are mended, everybody runs, and a leader must come.
 */
import type { Intervention } from '../../../view/intervention.ts';
import type { ElectionSetup } from '../../../view/election-setup.ts';
import { Random } from '../../../kernel/random.ts';
import type { ElectionOptions } from '../model.ts';
import { Play } from './play.ts';

export interface Trouble {
  readonly picture: string;
  readonly setup: Partial<ElectionSetup>;
  readonly options: ElectionOptions & { readonly seed: number; readonly silent: boolean };
  readonly steps: readonly { readonly ms: number; readonly what: Intervention }[];
}

export function troubleOf(
  seed: number,
  profile: ElectionSetup['profile'],
  broken: readonly string[] = [],
): Trouble {
  const random = new Random(seed);
  const n = 2 + random.below(4);
  const observers = random.below(4) === 0 ? 1 : 0;
  const sids = Array.from({ length: n + observers }, (_, i) => i + 1);
  const fresh = random.below(2) === 0;
  const lines = sids.map((sid) => {
    const observer = sid > n ? ' observer' : '';
    const when = random.below(3) === 0 ? 'off' : 'at 0';
    return fresh
      ? `S${sid}${observer} ${when}`
      : `S${sid} epoch ${2 + random.below(2)}${observer} ${when} log 1·1-1·3 2·1-2·${1 + random.below(4)}`;
  });
  const steps = Array.from({ length: 12 }, () => ({
    ms: random.below(3) === 0 ? random.below(20) : random.below(15_000),
    what: anything(random, sids),
  }));
  return {
    picture: lines.join('\n'),
    setup: { profile, broken, tickTimeMs: 500, initLimit: 4, syncLimit: 3 },
    options: {
      seed,
      silent: true,
      latency: { kind: 'uniform', min: 500, max: random.below(2) === 0 ? 3000 : 150_000 },
      diskLatency: { kind: 'uniform', min: 0, max: 8000 },
    },
    steps,
  };
}

function anything(random: Random, sids: readonly number[]): Intervention {
  const any = (): number => sids[random.below(sids.length)] ?? 1;
  const pid = any();
  const other = sids.find((sid) => sid !== pid && random.below(2) === 0) ?? (pid === 1 ? 2 : 1);
  const split = sids.map(() => random.below(2));
  switch (random.below(10)) {
    case 0:
      return { kind: 'kill', pid };
    case 1:
      return { kind: 'power-off', pid };
    case 2:
    case 3:
      return { kind: 'start', pids: [pid] };
    case 4:
      return { kind: 'pause', pid };
    case 5:
      return { kind: 'resume', pid };
    case 6:
      return { kind: 'cut', from: pid, to: other, oneWay: random.below(2) === 0 };
    case 7:
      return {
        kind: 'partition',
        groups: [0, 1].map((side) => sids.filter((_, i) => split[i] === side)),
        oneWay: random.below(4) === 0,
      };
    case 8:
      return { kind: 'heal' };
    default:
      return { kind: 'input', pid, name: 'CLIENT_WRITE', data: { ops: 1 + random.below(3) } };
  }
}

/** Does it if it makes sense now. */
function attempt(play: Play, what: Intervention): void {
  const pid = 'pid' in what ? what.pid : what.kind === 'start' ? (what.pids[0] ?? 0) : 0;
  const liveness = pid === 0 ? 'up' : play.world.process(pid).liveness;
  const down = liveness === 'off' || liveness === 'crashed';
  const sensible =
    what.kind === 'start'
      ? down
      : what.kind === 'pause'
        ? liveness === 'up'
        : what.kind === 'resume'
          ? liveness === 'paused'
          : !down;
  if (sensible) play.do(what);
}

/** Plays the trouble and then lets the ensemble recover; stops at the first violation. */
export function playTrouble(trouble: Trouble): { play: Play; recovered: boolean } {
  const play = new Play(trouble.picture, trouble.setup, trouble.options);
  for (const { ms, what } of trouble.steps) {
    play.until(play.clockMs + ms);
    if (play.world.violations.length > 0) return { play, recovered: false };
    attempt(play, what);
  }
  play.do({ kind: 'heal' });
  for (const { pid, liveness } of play.world.processes) {
    if (liveness === 'paused') play.do({ kind: 'resume', pid });
    else if (liveness !== 'up') play.do({ kind: 'start', pids: [pid] });
  }
  const serving = (): boolean =>
    play.world.violations.length > 0 ||
    play.world.processes.every(({ s }) => s?.peer?.phase === 'BROADCAST');
  const recovered = play.wait(serving, 300_000) && play.world.violations.length === 0;
  return { play, recovered };
}
