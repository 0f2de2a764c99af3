import type { ZooKeeperModel } from '../../ensemble/model.ts';
import { modelOfSetup } from '../../ensemble/quorum-model.ts';
import type {
  ZooCfg,
  ZooKeeperClientSetup,
  ZooKeeperServerSetup,
} from '../../view/zookeeper-setup.ts';
import type { Pid } from '../../view/time.ts';
import { Driven, ONE_MACHINE } from '../driven/driven.ts';

/** The pid of the server, or of an ensemble's first one; clients are numbered from 101 on. */
export const SERVER: Pid = 1;

/** How many members an ensemble has. */
export interface Members {
  readonly voters: number;
  /** Their sids come after those of the voters. */
  readonly observers: number;
}

export interface StandaloneSetup {
  readonly clients: readonly ZooKeeperClientSetup[];
  readonly cfg?: ZooCfg;
  /** Not there: one server that stands alone. */
  readonly members?: Members;
  readonly seed?: number;
}

/** A standalone server, or an ensemble, with clients. @throws SetupRefused */
export function standalone({ clients, cfg = {}, members, seed = 1 }: StandaloneSetup): Driven {
  const servers = serversOf(members);
  const setup = { servers, clients, cfg, ...(members !== undefined && { ensemble: {} }) };
  // What an ensemble's invariants remember besides is no matter here.
  return new Driven(modelOfSetup(setup, ONE_MACHINE) as ZooKeeperModel, seed);
}

/** Starts the servers, and waits until all of them serve. */
export function serve(host: Driven): boolean {
  for (const sid of host.sids) host.start(sid);
  return host.waitUntil(() => host.sids.every((sid) => host.serves(sid)));
}

/** Starts a client, and waits until it has its session. */
export function connect(host: Driven, pid: Pid): boolean {
  host.open(pid);
  return host.waitUntil(() => host.state(pid) === 'CONNECTED');
}

function serversOf(members: Members | undefined): ZooKeeperServerSetup[] {
  if (members === undefined) return [{ sid: SERVER }];
  const { voters, observers } = members;
  return Array.from({ length: voters + observers }, (_, index) => ({
    sid: SERVER + index,
    ...(index >= voters && { observer: true }),
  }));
}
