/** Titles of the views whose other words come with them (`parts.ts`). */
export const titles = {
  txnLog: { title: 'Transaction log' },
  watchHistory: { title: 'Watches' },
  zkServer: { title: 'zkServer.sh' },
  zooCfgEditor: { title: 'zoo.cfg' },
} as const;
