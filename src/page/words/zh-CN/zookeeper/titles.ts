import type { Bundle } from '../../words.ts';

export const titles: Pick<
  Bundle<'zookeeper'>,
  'txnLog' | 'watchHistory' | 'zkServer' | 'zooCfgEditor'
> = {
  txnLog: { title: '事务日志' },
  watchHistory: { title: '监听' },
  zkServer: { title: 'zkServer.sh' },
  zooCfgEditor: { title: 'zoo.cfg' },
};
