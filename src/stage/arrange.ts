import type { Layout } from './layout.ts';

/** How much of a message is drawn. */
export const LEVEL = { full: 0, short: 1, shape: 2, hidden: 3 } as const;

/** What a message's label needs, in order of the frame's messages; made once per structure. */
export interface MessageSize {
  readonly id: number;
  readonly full: number;
  readonly short: number;
  readonly height: number;
  /** The level it may have at best. */
  readonly best: number;
  /** Placed first: the question's message, then the selected server's. */
  readonly priority: number;
}

/** Where labels stand now; keep it between animation frames so that labels do not flicker. */
export interface Arrangement {
  /** x, y per message. */
  readonly places: Float64Array;
  readonly levels: Uint8Array;
}

/**
 * Moves labels apart: along their lane, then shorter, then shape only.
 * @returns the same arrangement when `before` is given and still fits, with `changed` telling
 * whether any level differs, so that only then the structure must be drawn again.
 */
export const arrange = (
  _places: Float64Array,
  _sizes: readonly MessageSize[],
  _layout: Layout,
  _before?: Arrangement,
): Arrangement & { readonly changed: boolean } => {
  throw new Error('not drawn yet');
};
