import type { MachineView } from '../view/inspect.ts';
import type { Drawing } from './shape.ts';
import type { StageWords } from './words.ts';

export interface MachineOptions {
  readonly words: StageWords;
  readonly width: number;
  /** Top-level states only. */
  readonly brief?: boolean;
}

/** States as boxes, compound states as frames; the lit one in its state's colour. */
export const machineDiagram = (_view: MachineView, _options: MachineOptions): Drawing => {
  throw new Error('not drawn yet');
};
