import type { Invariant } from '../../kernel/model.ts';
import type { Disk } from './disk.ts';
import type { Ghost } from './ghost.ts';
import type { Server } from './server.ts';

export const invariants: readonly Invariant<Server, Disk, Ghost>[] = [];
