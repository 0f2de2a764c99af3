import type { General } from '../../protocols/byzantine/general.ts';
import type { ByzantineWorld } from '../../protocols/byzantine/ghost.ts';
import { atFault, verdictOf } from '../../protocols/byzantine/verdict.ts';
import type { AnyWorld } from '../../scenarios/protocol.ts';
import { ExercisedByStep } from './exercised.ts';

/** What a run of generals reached: what liars can do, and what stops them. */
export class ByzantineExercised extends ExercisedByStep<General> {
  protected changed(was: General | null, is: General, _world: AnyWorld): void {
    if (is.refused.length > (was?.refused.length ?? 0)) {
      const { why } = is.refused.at(-1) ?? { why: 'late' };
      this.note(why === 'forged' ? 'a forgery refused' : 'a message too late');
    }
    if (is.known.length > 1 && (was?.known.length ?? 0) < 2) this.note('a proof of treason');
    if (is.decided !== null && (was?.decided ?? null) === null) {
      if (is.how === 'tie') this.note('a tie');
      if (is.how === 'none') this.note('an empty V');
      if (is.heard.includes(-2)) this.note('silence taken for the fixed value');
    }
    if (is.hand !== was?.hand && was !== null) this.note('a lie set by hand');
    if (is.camp.attacks !== null && (was?.camp.attacks ?? null) === null)
      this.note(is.camp.attacks ? 'an attack at dawn' : 'no attack at dawn');
  }

  /** What came of it all. */
  end(any: AnyWorld, config: General['config']): void {
    const world = any as unknown as ByzantineWorld;
    if (config.two !== null) {
      const attacks = world.processes.map(({ s }) => s?.camp.attacks ?? null);
      if (attacks.includes(true) && attacks.includes(false)) this.note('one attacks alone');
      return;
    }
    const { ic1, ic2, notPromised } = verdictOf(config, world);
    const faults = atFault(config, world).length;
    if (notPromised === null && faults > 0) this.note('a promise kept with faults');
    if (notPromised === null && faults > config.traitors.size)
      this.note('a promise kept with a loyal one at fault');
    if (ic1 === 'fails') this.note(`IC1 fails: ${notPromised ?? 'promised'}`);
    if (ic2 === 'fails') this.note(`IC2 fails: ${notPromised ?? 'promised'}`);
  }
}
