import type { Words } from '../../words.ts';

export const rules: Words['rules']['election'] = {
  'ignore-epoch': '比较选票时不看 epoch',
  'ignore-zxid': '比较选票时不看 zxid',
  'ignore-sid': '比较选票时不看 sid',
  'half-is-quorum': '一半的投票者就算过半',
  'skip-finalize-wait': '过半一致后不再等更好的选票',
  'believe-old-rounds': '旧轮次的选票也计入',
  'keep-old-rounds-waiting': '不告诉还在旧轮次的服务器现在是第几轮',
  'skip-check-leader': 'Leader 自己还没有确认，就相信它',
  'forget-epoch': '承诺过的 epoch 不写磁盘',
  'accept-old-epoch': '承诺过更新的 epoch，仍接受 Leader 的旧 epoch',
  'accept-fresher-follower': 'Leader 接纳比自己更新的 Follower',
  'yield-to-newcomer': '正常工作的 Leader 让位给更大的选票',
  'skip-discovery-quorum': 'Leader 不征询过半的服务器就定下 epoch',
};
