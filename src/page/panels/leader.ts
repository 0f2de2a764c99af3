import type { Frame } from '../../view/frame.ts';
import type { Pid } from '../../view/time.ts';

/** The established leader, or else a process that takes itself for one; null: there is none. */
export const leaderAmong = (
  { processes }: Pick<Frame, 'processes'>,
  established: { readonly leader: Pid } | null | undefined,
): Pid | null =>
  established?.leader ??
  processes.find((one) => one.liveness === 'up' && one.state === 'LEADING')?.pid ??
  null;
