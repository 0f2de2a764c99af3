/** Everything that traitors can say, tried: all of it where that is little, else by search. */
import { Random } from '../../kernel/random.ts';
import type { ByzantineSetup, Lie, Order } from '../../view/byzantine-setup.ts';
import type { Pid } from '../../view/time.ts';
import { configOf, ORDERS } from './config.ts';
import { naiveRun } from './naive.ts';
import type { NaiveOutcome } from './naive.ts';

/** One message that a traitor sends. */
type Mouth = Pick<Lie, 'path' | 'to'>;

/** All messages that these traitors send under OM(m), or could send under SM(m), in the order of the rounds. */
export function mouthsOf(setup: ByzantineSetup): readonly Mouth[] {
  const { pids, commander, lieutenants, traitors, rounds } = configOf(setup);
  const mouths: Mouth[] = [];
  let paths: Pid[][] = [[commander]];
  for (let round = 0; round <= rounds; round++) {
    for (const path of paths) {
      if (!traitors.has(path.at(-1) ?? 0)) continue;
      for (const to of lieutenants) if (!path.includes(to)) mouths.push({ path, to });
    }
    paths = paths.flatMap((path) =>
      pids.filter((pid) => !path.includes(pid)).map((pid) => [...path, pid]),
    );
  }
  return mouths;
}

/** So many generals that every lie of one traitor under OM(1) is listed. */
const MOST_LISTED = 5;

/**
 * Every lie that any one traitor can tell under OM(1) with two orders: for each order, each traitor, each
 * choice of what it says in each message. To say nothing is to say the fixed value.
 * @returns 16, 40, 96 set-ups for 3, 4, 5 generals; null when there are more
 */
export function everyLie(setup: ByzantineSetup): readonly ByzantineSetup[] | null {
  const { generals, values = ORDERS, rounds = 1, signed = false, twoGenerals } = setup;
  if (generals > MOST_LISTED || values.length !== 2 || rounds !== 1) return null;
  if (signed || twoGenerals !== undefined) return null;
  const pids = Array.from({ length: generals }, (_, index) => index + 1);
  const { commander = 1 } = setup;
  // The commander first, as the stage and the field have them.
  const liars = [commander, ...pids.filter((pid) => pid !== commander)];
  return liars.flatMap((traitor) =>
    values.flatMap((order) => {
      const one = { ...setup, traitors: [traitor], order };
      const mouths = mouthsOf(one);
      return sentences(values, mouths.length).map((says) => ({ ...one, lies: told(mouths, says) }));
    }),
  );
}

/** Every choice of one of the values for each of so many messages, the first value first. */
function sentences(values: readonly Order[], length: number): readonly (readonly Order[])[] {
  let all: readonly (readonly Order[])[] = [[]];
  for (let i = 0; i < length; i++)
    all = all.flatMap((says) => values.map((value) => [...says, value]));
  return all;
}

const told = (mouths: readonly Mouth[], says: readonly (Order | null)[]): readonly Lie[] =>
  mouths.map((mouth, index) => ({ ...mouth, value: says[index] ?? null }));

export const fails = ({ ic1, ic2 }: Pick<NaiveOutcome, 'ic1' | 'ic2'>): boolean => !ic1 || !ic2;

/** Of all lies of one traitor so many break IC1 or IC2. */
export function countFailing(setups: readonly ByzantineSetup[]): number {
  return setups.filter((setup) => fails(naiveRun(configOf(setup)))).length;
}

/** Loyal lieutenants that do not obey a loyal commander, or differ from the most common decision. */
export function astray(setup: ByzantineSetup, { decisions, ic2 }: NaiveOutcome): number {
  const { order, traitors, commander } = configOf(setup);
  const all = [...decisions.values()];
  if (!traitors.has(commander)) return ic2 ? 0 : all.filter((value) => value !== order).length;
  const counts = all.map((value) => all.filter((other) => other === value).length);
  return all.length - Math.max(0, ...counts);
}

/** What a search has come to so far. */
export interface Search {
  readonly tried: number;
  readonly broken: number;
  readonly complete: boolean;
  readonly worst: { readonly setup: ByzantineSetup; readonly disagree: number } | null;
}

/** So few behaviours that all of them are tried. */
const ALL = 5000;

/**
 * Looks for what traitors can say to do most harm: everything, where that is little; else at random and
 * from the worst found so far, one message changed at a time.
 */
export class WorstLie {
  private readonly casts: readonly ByzantineSetup[];
  private readonly most: number;
  private readonly random: Random;
  private readonly whole: boolean;
  private next = 0;
  private tried = 0;
  private broken = 0;
  private worst: Search['worst'] = null;
  /** What was said in it, to go on from. */
  private best: { readonly cast: ByzantineSetup; readonly says: readonly (Order | null)[] } | null =
    null;
  private readonly choices: readonly (Order | null)[];

  /**
   * @param setup its traitors lie; if it has none, each choice of `traitors` of its generals is tried
   * @param most behaviours, unless there are fewer
   */
  constructor(setup: ByzantineSetup, traitors: number, most: number, seed: number) {
    const { values = ORDERS, signed = false } = setup;
    this.casts = castsOf(setup, traitors);
    this.random = new Random(seed);
    // Under OM to say nothing is to say the fixed value.
    this.choices = signed ? [...values, null] : values;
    const all = this.casts.reduce(
      (sum, cast) => sum + this.choices.length ** mouthsOf(cast).length,
      0,
    );
    this.whole = all <= Math.min(ALL, most);
    this.most = this.whole ? all : most;
  }

  get found(): Search {
    const { tried, broken, worst } = this;
    return { tried, broken, worst, complete: this.whole && tried === this.most };
  }

  /** Tries so many more. @returns whether the search is over */
  try(count: number): boolean {
    for (let i = 0; i < count && this.tried < this.most; i++) this.one();
    return this.tried >= this.most;
  }

  private one(): void {
    const { cast, says } = this.whole ? this.inOrder() : this.byChance();
    const setup = { ...cast, lies: told(mouthsOf(cast), says) };
    const outcome = naiveRun(configOf(setup));
    const disagree = astray(setup, outcome);
    this.tried++;
    if (fails(outcome)) this.broken++;
    if (disagree >= (this.worst?.disagree ?? 0)) this.best = { cast, says };
    if (fails(outcome) && disagree > (this.worst?.disagree ?? 0)) this.worst = { setup, disagree };
  }

  /** The behaviours counted through, cast by cast. */
  private inOrder(): { cast: ByzantineSetup; says: readonly (Order | null)[] } {
    let left = this.next++;
    for (const cast of this.casts) {
      const { length } = mouthsOf(cast);
      const all = this.choices.length ** length;
      if (left >= all) {
        left -= all;
        continue;
      }
      const says = Array.from({ length }, (_, index) => {
        const place = Math.floor(left / this.choices.length ** index) % this.choices.length;
        return this.choices[place] ?? null;
      });
      return { cast, says };
    }
    throw new RangeError('there are no more behaviours');
  }

  private byChance(): { cast: ByzantineSetup; says: readonly (Order | null)[] } {
    const { random, choices, best } = this;
    const any = (): Order | null => choices[random.below(choices.length)] ?? null;
    if (best !== null && random.below(2) === 0) {
      const says = [...best.says];
      for (let changes = 1 + random.below(3); changes > 0; changes--)
        says[random.below(says.length)] = any();
      return { cast: best.cast, says };
    }
    const cast = this.casts[random.below(this.casts.length)] ?? this.casts[0];
    if (cast === undefined) throw new RangeError('nobody can be a traitor');
    const mouths = mouthsOf(cast);
    // A liar that says one thing to some of the others, and another to the rest.
    const plain = random.below(2) === 0;
    const whole = new Map(cast.traitors?.map((pid) => [pid, random.below(3)]));
    const says = mouths.map(({ path, to }) => {
      const way = whole.get(path.at(-1) ?? 0) ?? 0;
      if (!plain || way === 2) return any();
      return choices[(way + to) % choices.length] ?? null;
    });
    return { cast, says };
  }
}

function castsOf(setup: ByzantineSetup, traitors: number): readonly ByzantineSetup[] {
  if ((setup.traitors ?? []).length > 0) return [setup];
  const pids = Array.from({ length: setup.generals }, (_, index) => index + 1);
  let casts: readonly (readonly Pid[])[] = [[]];
  for (let i = 0; i < traitors; i++) {
    casts = casts.flatMap((cast) =>
      pids.filter((pid) => pid > (cast.at(-1) ?? 0)).map((pid) => [...cast, pid]),
    );
  }
  return casts.map((cast) => ({ ...setup, traitors: cast }));
}
