import type { Stat } from '../../zookeeper/records/stat.ts';
import { zxidHex } from '../../view/zxid.ts';
import { javaDate } from '../../zookeeper/records/java-date.ts';

/** The eleven lines of a Stat [StatPrinter.print]. */
export const statLines = (stat: Stat): readonly string[] => [
  `cZxid = ${zxidHex(stat.czxid)}`,
  `ctime = ${javaDate(stat.ctime)}`,
  `mZxid = ${zxidHex(stat.mzxid)}`,
  `mtime = ${javaDate(stat.mtime)}`,
  `pZxid = ${zxidHex(stat.pzxid)}`,
  `cversion = ${stat.cversion}`,
  `dataVersion = ${stat.version}`,
  `aclVersion = ${stat.aversion}`,
  `ephemeralOwner = ${stat.ephemeralOwner}`,
  `dataLength = ${stat.dataLength}`,
  `numChildren = ${stat.numChildren}`,
];
