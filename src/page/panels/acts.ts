import type { Answer, Command } from '../../view/command.ts';
import type { Intervention } from '../../view/intervention.ts';
import type { Pid } from '../../view/time.ts';

/** What a panel may do; the lab hands it in. */
export interface Acts {
  /** Asks the simulation. */
  readonly send: (command: Command) => Promise<Answer>;
  /** Does something to the world at the moment shown. */
  readonly intervene: (what: Intervention) => Promise<Answer>;
  /** Stops playing and goes to this position. */
  readonly seek: (position: number) => Promise<Answer>;
  readonly select: (
    what:
      | { readonly kind: 'process'; readonly pid: Pid }
      | { readonly kind: 'message'; readonly id: number },
  ) => void;
}
