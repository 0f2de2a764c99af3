/** The processes of a world: servers and clients. */
import type { Change, ProcessState, WorldState } from '../kernel/model.ts';
import type { Disk } from '../zookeeper/server/disk.ts';
import type { Done } from '../zookeeper/server/done.ts';
import { Server } from '../zookeeper/server/server.ts';
import { Client } from '../clients/client.ts';

export type Member = Server | Client;
export type MemberProcess = ProcessState<Member, Disk>;
export type MemberChange = Change<Member, Disk>;
export type MemberWorld<G> = WorldState<Member, Disk, G>;

/** What a server's rules did in a step. */
export const doneIn = ({ did }: Pick<MemberChange, 'did'>): readonly Done[] =>
  did as readonly Done[];

export const serverIn = (s: Member | null | undefined): Server | null =>
  s instanceof Server ? s : null;

export const clientIn = (s: Member | null | undefined): Client | null =>
  s instanceof Client ? s : null;
