import { openedFiles } from './opened-files.ts';
import { txnLog } from './txn-log.ts';
import { watchHistory } from './watch-history.ts';
import { zkServer } from './zk-server.ts';
import { znodeText } from './znode-text.ts';
import { zooCfgEditor } from './zoo-cfg-editor.ts';

/** What parts of the ZooKeeper lab say that are shown later. */
export const words = {
  txnLog,
  watchHistory,
  zkServer,
  zooCfgEditor,
  openedFiles,
  znodeText,
} as const;
