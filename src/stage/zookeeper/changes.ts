import type { Frame } from '../../view/frame.ts';
import type { Pid } from '../../view/time.ts';
import type { ZooKeeperDetail, ZooKeeperServerView } from '../../view/zookeeper.ts';

/** The one place that the last step changed: it glows once. */
export type ZooKeeperChange =
  | { readonly what: 'process'; readonly pid: Pid }
  | { readonly what: 'cell'; readonly index: number }
  | { readonly what: 'job'; readonly number: number };

const placesOf = ({ stages }: ZooKeeperServerView): ReadonlyMap<number, string> =>
  new Map(
    stages.flatMap(({ stage, jobs }) =>
      jobs.map(({ number }): [number, string] => [number, stage]),
    ),
  );

/** What differs most between two frames of one branch; null when nothing that is drawn does. */
export const zookeeperChange = (
  before: Frame<ZooKeeperDetail> | null,
  after: Frame<ZooKeeperDetail>,
  /** The server that is drawn. */
  server: Pid,
): ZooKeeperChange | null => {
  if (before === null || before.branch !== after.branch) return null;
  const states = new Map(before.processes.map((one) => [one.pid, `${one.liveness} ${one.state}`]));
  const turned = after.processes.find(
    (one) => states.get(one.pid) !== `${one.liveness} ${one.state}`,
  );
  if (turned !== undefined) return { what: 'process', pid: turned.pid };
  const serverIn = ({ detail }: Frame<ZooKeeperDetail>) =>
    detail.servers.find(({ pid }) => pid === server);
  const was = serverIn(before);
  const is = serverIn(after);
  if (was === undefined || is === undefined) return null;
  const cells = new Map(was.log.map(({ index, durable }) => [index, durable]));
  const cell = is.log.findLast(({ index, durable }) => cells.get(index) !== durable);
  if (cell !== undefined && is.log.length > 0) return { what: 'cell', index: cell.index };
  const stood = placesOf(was);
  const moved = [...placesOf(is)].find(([number, stage]) => stood.get(number) !== stage);
  return moved === undefined ? null : { what: 'job', number: moved[0] };
};
