/** [CommitProcessor] */
import type { Server } from '../server/server.ts';
import { memberSetup } from './setup.ts';

export const commitMachine = memberSetup.createMachine({
  id: 'commit',
  context: { s: null as unknown as Server },
  initial: 'idle',
  states: {
    idle: { always: { guard: 'hasCommit', target: 'passing' } },
    passing: {
      entry: 'setCommit',
      on: { COMMIT_STAGE: { target: 'idle', actions: 'passNext' } },
    },
  },
});
