import type { ElectionDetail } from '../view/election.ts';
import type { Frame } from '../view/frame.ts';
import type { Pid } from '../view/time.ts';
import type { Change } from './changes.ts';
import type { Layout } from './layout.ts';
import type { Shape } from './shape.ts';
import type { Veil } from './veil.ts';
import type { StageWords } from './words.ts';

export interface EnsembleOptions {
  readonly words: StageWords;
  readonly selected?: Pid | null;
  /** The link that is chosen, if any. */
  readonly selectedLink?: readonly [Pid, Pid] | null;
  readonly changed?: Change | null;
  /** What changed gets a dotted outline instead of a glow. */
  readonly reducedMotion?: boolean;
  readonly veil?: Veil;
}

/** The layers of the ensemble; messages go between `links` and `servers` (trails) and above. */
export interface EnsembleLayers {
  readonly links: readonly Shape[];
  readonly servers: readonly Shape[];
  readonly labels: readonly Shape[];
}

export const ensembleShapes = (
  _frame: Frame<ElectionDetail>,
  _layout: Layout,
  _options: EnsembleOptions,
): EnsembleLayers => {
  throw new Error('not drawn yet');
};
