import { mouthsOf } from '../../protocols/byzantine/every-lie.ts';
import type { ByzantineSetup, Lie } from '../../view/byzantine-setup.ts';
import { SCENARIO_VERSION } from '../../view/scenario.ts';
import type { Scenario } from '../../view/scenario.ts';
import type { Pid } from '../../view/time.ts';
import type { Dice } from './dice.ts';
import type { Wishes } from './fuzz-run.ts';

/** More messages than this take long: so many generals relay twice at most. */
const MANY = 8;

/** Of so many runs one is of two generals. */
const OFTEN = 12;

/** Generals of any number, any of whom lie, with any orders; now and then two with messengers. */
export function randomByzantine(dice: Dice, seed: number, wishes: Wishes): Scenario<'byzantine'> {
  const { broken } = wishes;
  const setup =
    broken === undefined && wishes.servers === undefined && seed % OFTEN === 7
      ? twoGenerals(dice)
      : generals(dice, wishes);
  return {
    format: 'zooscope-scenario',
    version: SCENARIO_VERSION,
    model: 'byzantine',
    title: `fuzz ${seed}`,
    seed,
    setup: { ...setup, ...(broken !== undefined && { broken: [broken] }) },
    latency: dice.pick([
      { kind: 'fixed', us: 10_000 } as const,
      { kind: 'uniform', min: 1000, max: 39_000 } as const,
      { kind: 'uniform', min: 10_000, max: 25_000 } as const,
    ]),
  };
}

function twoGenerals(dice: Dice): ByzantineSetup {
  const confirmations = dice.between(0, 11);
  const needs = [dice.between(0, 6), dice.between(0, 6)] as const;
  return { generals: 2, twoGenerals: { confirmations, ...(dice.chance(0.3) && { needs }) } };
}

function generals(dice: Dice, { servers, broken }: Wishes): ByzantineSetup {
  const count =
    servers === undefined ? dice.pick([3, 4, 4, 4, 5, 6, 7, 7, 7, dice.between(8, 10)]) : servers;
  const signed =
    broken === 'believe-unsigned' || (broken !== 'default-for-majority' && dice.chance(0.35));
  const mostRounds = Math.min(count - 2, count >= MANY ? 2 : 3);
  const promised = signed ? mostRounds : Math.min(mostRounds, Math.floor((count - 1) / 3));
  const rounds = dice.chance(0.75) ? promised : dice.between(0, mostRounds);
  const most = Math.min(count, Math.max(1, dice.chance(0.8) ? rounds : rounds + 1));
  const pids = Array.from({ length: count }, (_, index) => index + 1);
  const commander = dice.pick(pids);
  const others = pids.filter((pid) => pid !== commander);
  const number = dice.chance(0.85) ? most : dice.between(0, most);
  const leads = number > 0 && dice.chance(0.5);
  const traitors = [
    ...(leads ? [commander] : []),
    ...dice.some(others, leads ? number - 1 : number),
  ];
  const values = dice.chance(0.8) ? ['A', 'R'] : ['A', 'B', 'R'];
  const setup: ByzantineSetup = {
    generals: count,
    rounds,
    commander,
    traitors,
    values,
    order: dice.pick(values),
    strategy: dice.pick(['flip', 'split', 'split', 'silent', 'random', 'random']),
    signed,
    ...(!signed && dice.chance(0.15) && { tie: dice.pick(['commander', 'other'] as const) }),
  };
  return dice.chance(0.4) ? { ...setup, lies: someLies(dice, setup, values) } : setup;
}

/** Some messages of traitors set by hand. */
function someLies(dice: Dice, setup: ByzantineSetup, values: readonly string[]): readonly Lie[] {
  const mouths = mouthsOf(setup);
  const choices = [...values, ...values, null];
  return dice
    .some(mouths, Math.min(mouths.length, dice.magnitude(1, 12)))
    .map((mouth) => ({ ...mouth, value: dice.pick(choices) }));
}

/** What a person may ask of a general: that one message says this. */
export function randomLie(
  dice: Dice,
  { commander = 1, generals: count, values = ['A', 'R'] }: ByzantineSetup,
  pid: Pid,
): { readonly name: string; readonly data: Record<string, string | number | boolean | null> } {
  const to = dice.between(1, count);
  const middle = dice.chance(0.6) ? [] : [dice.between(1, count)];
  const path = pid === commander ? [pid] : [commander, ...middle, pid];
  const value = dice.pick([...values, null]);
  return {
    name: 'LIE',
    data: { path: path.join('.'), to, value, ...(dice.chance(0.1) && { unset: true }) },
  };
}
