import type { Bundle } from '../../words.ts';
import { openedFiles } from './opened-files.ts';
import { txnLog } from './txn-log.ts';
import { watchHistory } from './watch-history.ts';
import { zkServer } from './zk-server.ts';
import { znodeText } from './znode-text.ts';
import { zooCfgEditor } from './zoo-cfg-editor.ts';

export const words: Bundle<'zookeeperParts'> = {
  txnLog,
  watchHistory,
  zkServer,
  zooCfgEditor,
  openedFiles,
  znodeText,
};
