import type {
  broken as brokenInEnglish,
  invariants as english,
  rules as rulesInEnglish,
} from '../../en/zookeeper/ensemble.ts';

export const invariants: Readonly<
  Record<keyof typeof english, { readonly name: string; readonly says: string }>
> = {
  'Z-Prefix': {
    name: '日志没有缺口',
    says: '每份日志里，每个事务都紧跟在它之前提出的那个事务后面。',
  },
  'Z-Unique': {
    name: '一个 zxid 只属于一个事务',
    says: '不会有两个不同的事务以同一个 zxid 提出。',
  },
  'Z-Commit': {
    name: '提交要有多数派',
    says: 'Leader 提交一个事务时，它已在多数派的磁盘日志里。',
  },
  'Z-NoUncommit': {
    name: '已提交的不会被截掉',
    says: '凡是有服务器应用过的事务，都不会从任何日志里截掉。',
  },
  'Z-OneLeader': {
    name: '一个 epoch 一个 Leader',
    says: '一个 epoch 里，至多确立过一个 Leader。',
  },
  'Z-PrimaryIntegrity': {
    name: 'Leader 从全部已应用的事务开始',
    says: '被确立为 Leader 的服务器，已应用了先前各个 epoch 中任何服务器应用过的一切。',
  },
  'Z-GlobalPrimaryOrder': {
    name: 'zxid 只增不减',
    says: '每台服务器都按 zxid 的次序应用事务。',
  },
  'Z-Integrity': {
    name: '只应用提出过的',
    says: '服务器不会应用任何 Leader 都没有提出过的事务。',
  },
  'Z-TotalOrder': {
    name: '处处次序相同',
    says: '所有服务器按同样的次序应用同样的事务，中间一个不缺。',
  },
  'Z-Agreement': {
    name: 'zxid 相同，数据树相同',
    says: '服务器开始服务时，数据树正是其他服务器在同一个事务之后的样子。',
  },
};

export const broken: Readonly<Record<keyof typeof brokenInEnglish, string>> = {
  'Z-Fence': '{pidName} 没有守住承诺过的 epoch（Z-Fence）。',
  'Z-Prefix': '{pidName} 的日志出现缺口（Z-Prefix）。',
  'Z-Unique': '{pidName} 把一个 zxid 给了两个事务（Z-Unique）。',
  'Z-Commit': '{pidName} 提交了没有多数派落盘的事务（Z-Commit）。',
  'Z-NoUncommit': '{pidName} 截掉了已提交的事务（Z-NoUncommit）。',
  'Z-OneLeader': '一个 epoch 有了两个 Leader，第二个是 {pidName}（Z-OneLeader）。',
  'Z-Durable': '{pidName} 成为已确立的 Leader，却缺了答复过客户端的写入（Z-Durable）。',
  'Z-PrimaryIntegrity':
    '{pidName} 成为已确立的 Leader，却缺了先前应用过的事务（Z-PrimaryIntegrity）。',
  'Z-GlobalPrimaryOrder': '{pidName} 没有按次序应用事务（Z-GlobalPrimaryOrder）。',
  'Z-Integrity': '{pidName} 应用了没有人这样提出过的事务（Z-Integrity）。',
  'Z-TotalOrder': '{pidName} 应用的事务与别的服务器不同（Z-TotalOrder）。',
  'Z-Agreement': '在同一个 zxid 处，{pidName} 的数据树与别的服务器不同（Z-Agreement）。',
};

export const rules: Readonly<Record<keyof typeof rulesInEnglish, string>> = {
  'commit-without-quorum': 'Leader 不等多数派记入日志就提交',
  'ignore-zxid-and-freshness': '投票只比 sid，Leader 也接纳比自己更新的 Follower',
  'keep-epoch': '新 Leader 沿用承诺过的最大 epoch，而不是下一个',
  'skip-truncation': 'Leader 只补发更新的事务，从不让对方 TRUNC',
  'ack-before-sync': 'Follower 不等提案落盘就发 ACK',
  'follow-older-leader': 'Follower 跟了新 Leader，仍接受旧 Leader 的提案',
  'epoch-before-history': 'Follower 先写新的 epoch，后写同步来的历史',
  'unordered-queue': '提案可以互相超越，提交也不按次序',
  'count-acks-of-old-epochs': '同步时的 ACK 被算作对新提案的确认',
  'forget-outstanding-proposals': '重新加入的 Follower 收不到正在进行的提案',
};
