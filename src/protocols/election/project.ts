/** From a world of servers to what the page draws. */
import type { ProcessState, WorldState } from '../../kernel/model.ts';
import type { ElectionDetail } from '../../view/election.ts';
import type { Disk } from './disk.ts';
import type { Ghost } from './ghost.ts';
import type { ElectionModel } from './model.ts';
import type { Server } from './server.ts';

export type ElectionWorld = WorldState<Server, Disk, Ghost>;
export type ElectionProcess = ProcessState<Server, Disk>;

/** The word in the ring: LOOKING, FOLLOWING, LEADING, OBSERVING, STANDALONE; `CRASHED` or `OFF` when down. */
export function stateWord(process: ElectionProcess): string {
  if (process.s === null) return process.liveness === 'off' ? 'OFF' : 'CRASHED';
  return process.s.config.standalone ? 'STANDALONE' : process.s.state;
}

export function electionDetail(_model: ElectionModel, _world: ElectionWorld): ElectionDetail {
  throw new Error('being written');
}
