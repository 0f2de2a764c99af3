import type { ElectionServerView } from '../view/election.ts';
import type { Frame } from '../view/frame.ts';

/** The servers of an election's frame; none when another protocol runs. */
export const serversOf = (frame: Frame): readonly ElectionServerView[] => {
  const { detail } = frame;
  // Only an election's detail has servers; what they are is its own type's promise.
  return typeof detail === 'object' && detail !== null && 'servers' in detail
    ? (detail.servers as readonly ElectionServerView[])
    : [];
};
