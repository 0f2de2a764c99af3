/** The processes of a world: servers, clients, and those outside ZooKeeper that clients talk to. */
import type { Change, ProcessState, WorldState } from '../kernel/model.ts';
import { Outside } from '../protocols/outside/outside.ts';
import type { Disk } from '../zookeeper/server/disk.ts';
import type { Done } from '../zookeeper/server/done.ts';
import { Server } from '../zookeeper/server/server.ts';
import { Client } from '../clients/client.ts';
import type { News } from '../clients/client.ts';

export type Member = Server | Client | Outside;
export type MemberProcess = ProcessState<Member, Disk>;
export type MemberChange = Change<Member, Disk>;
export type MemberWorld<G> = WorldState<Member, Disk, G>;

/** What a step did that was a server's … */
export const doneIn = ({ did }: Pick<MemberChange, 'did'>): readonly Done[] =>
  did as readonly Done[];

/** … or a client's. */
export const newsIn = ({ did }: Pick<MemberChange, 'did'>): readonly News[] =>
  did as readonly News[];

export const serverIn = (s: Member | null | undefined): Server | null =>
  s instanceof Server ? s : null;

export const clientIn = (s: Member | null | undefined): Client | null =>
  s instanceof Client ? s : null;

export const outsideIn = (s: Member | null | undefined): Outside | null =>
  s instanceof Outside ? s : null;
