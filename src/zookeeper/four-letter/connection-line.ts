import { zxidHex } from '../../view/zxid.ts';
import type { Request } from '../records/requests.ts';
import { NO_SESSION } from '../records/values.ts';
import type { Cnxn } from '../server/server.ts';

/** How a connection's last operation is called [FinalRequestProcessor.applyRequest]. */
const OPERATIONS: Readonly<Record<Request['op'], string>> = {
  create: 'CREA',
  delete: 'DELE',
  setData: 'SETD',
  setACL: 'SETA',
  check: 'CHEC',
  multi: 'MULT',
  multiRead: 'MLTR',
  exists: 'EXIS',
  getData: 'GETD',
  getChildren: 'GETC',
  getChildren2: 'GETC',
  getACL: 'GETA',
  sync: 'SYNC',
  getEphemerals: 'GETE',
  getAllChildrenNumber: 'GETACN',
  addWatch: 'ADDW',
  checkWatches: 'CHKW',
  removeWatches: 'REMW',
  setWatches: 'SETW',
  reconfig: 'RECO',
  whoAmI: 'HOMI',
  ping: 'PING',
  createSession: 'SESS',
  closeSession: 'CLOS',
  deleteContainer: 'NA',
  auth: 'NA',
};

const operation = (op: string): string =>
  Object.hasOwn(OPERATIONS, op) ? OPERATIONS[op as Request['op']] : 'NA';

/**
 * ` /127.0.0.1:51596[1](queued=0,…)` [ServerCnxn.dumpConnectionInfo].
 * @param brief as `stat` has it, not `cons`
 * @param listening whether the server waits for more from it: not of the asker itself
 */
export function connectionLine(cnxn: Cnxn, brief: boolean, listening: boolean): string {
  const { address, port, outstanding, received, sent, session } = cnxn;
  const counts = `queued=${outstanding},recved=${received},sent=${sent}`;
  const more = brief || session === NO_SESSION ? '' : `,${sessionPart(cnxn)}`;
  return ` /${address}:${port}[${listening ? 1 : 0}](${counts}${more})`;
}

function sessionPart({ session, established, timeout, last, latency }: Cnxn): string {
  const mean = latency.count === 0 ? 0 : Math.floor(latency.total / latency.count);
  return [
    `sid=${session}`,
    `lop=${operation(last.op)}`,
    `est=${established}`,
    `to=${timeout}`,
    ...(last.cxid >= 0 ? [`lcxid=0x${last.cxid.toString(16)}`] : []),
    `lzxid=${last.zxid === null ? '0xffffffffffffffff' : zxidHex(last.zxid)}`,
    `lresp=${last.response}`,
    `llat=${latency.last}`,
    `minlat=${latency.least}`,
    `avglat=${mean}`,
    `maxlat=${latency.most}`,
  ].join(',');
}
