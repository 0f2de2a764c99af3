/** Runs a program of steps on a client's handle: a round for each step. */
import { IllegalArgument } from '../api-failures.ts';
import { AGAIN } from '../routine.ts';
import type { Routine } from '../routine.ts';
import { identity, note, random } from '../steps.ts';
import type { Steps } from '../steps.ts';
import { talksToServers } from './compile.ts';
import type { Compiled } from './compile.ts';
import { guidOf } from './guid.ts';
import { arrival } from './listening.ts';
import { begins, setValue } from './mind.ts';
import type { Mind } from './mind.ts';
import { Performer } from './performer.ts';
import { ProgramFault } from './values.ts';
import type { Values } from './values.ts';

export function interpreter(program: Compiled, values: Values = {}, thinkMs = 0): Routine<Mind> {
  return {
    name: program.name,
    begins: begins(program, values, thinkMs),
    hears: ['line', 'session'],
    matters: (me) => {
      const { results: _results, woken: _woken, wokenForNothing: _vain, ...some } = me;
      const { grants: _grants, ...rest } = some;
      return rest;
    },
    *round(me) {
      try {
        if (me.session === 'new' && talksToServers(program)) yield* arrival(me);
        if (me.values['guid'] === undefined) yield* naming(me);
        const next = yield* new Performer(me, program).perform();
        if (next !== null) {
          me.place = next;
          return AGAIN;
        }
      } catch (error) {
        if (!(error instanceof ProgramFault || error instanceof IllegalArgument)) throw error;
        me.failed = error.message;
      }
      yield* note({ kind: 'ends', why: me.failed });
    },
  };
}

/** The first thing after its session, if it has any: a name of its own. */
function* naming(me: Mind): Steps {
  setValue(me, 'guid', guidOf(yield* random(), yield* random()));
  setValue(me, 'me', (yield* identity()).name);
}
