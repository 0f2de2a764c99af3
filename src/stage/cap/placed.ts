import type { CapDetail, CapRequestView } from '../../view/cap.ts';

/** A request where its mark stands. */
export interface Placed {
  readonly request: CapRequestView;
  readonly x: number;
  readonly y: number;
  /** The reader is still to guess what comes of it. */
  readonly hidden: boolean;
}

/** As if it had just been called, and nothing had come of it. */
const untold = (request: CapRequestView): CapRequestView => ({
  ...request,
  value: request.kind === 'write' ? request.value : null,
  returnedAt: null,
  outcome: 'waiting',
  error: '',
  readOnly: false,
  staleness: null,
  lost: null,
});

/** Without what came of the requests of which the reader has still to guess it: not even how long they took. */
export const withUntold = (detail: CapDetail, unguessed: ReadonlySet<number>): CapDetail =>
  unguessed.size === 0
    ? detail
    : {
        ...detail,
        requests: detail.requests.map((one) => (unguessed.has(one.number) ? untold(one) : one)),
      };
