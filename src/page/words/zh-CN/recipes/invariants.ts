import type { broken as english } from '../../en/recipes/invariants.ts';
import type { Bundle, Texts } from '../../words.ts';

/** What recipes promise, by the invariants’ names. */
export const invariants: Bundle<'recipes'>['invariants'] = {
  'R-OneHolder': {
    name: '只有一个持有者',
    says: '在所有自认为持有的客户端中，至多一个的节点仍然存在。',
  },
  'R-ReadersWriters': {
    name: '读写互斥',
    says: '自认为持有写锁的客户端只要节点还在，就没有别的持有者的节点也在。',
  },
  'R-Permits': { name: '不超过许可数', says: '节点仍在的许可持有者不多于许可数。' },
  'R-Turn': {
    name: '自认持有即轮到它',
    says: '只要它的节点还在，客户端自认为持有的东西，节点树也确实给了它。',
  },
  'R-OneBeliever': {
    name: '只有一个自认者',
    says: '至多一个客户端自认为是持有者。停顿超过会话超时的客户端会打破这一条：任何锁服务都无法保证它。',
  },
  'R-Fifo': { name: '先到先得', says: '按节点顺序号的先后轮到各个客户端。' },
  'R-OneWoken': { name: '只唤醒一个', says: '队列中一个节点消失，至多唤醒一个等待者。' },
  'R-NoSelfWait': {
    name: '不等自己',
    says: '没有客户端在等自己会话的节点消失。',
  },
  'R-OwnKey': { name: '只删自己的', says: '没有客户端删除别的会话的锁节点。' },
  'R-Fresh': {
    name: '不漏已确认的写',
    says: '先 sync 的读取能看到此前已确认的每一次写入。',
  },
  'R-LastValue': {
    name: '终会看到最后的值',
    says: '长时间没有变化后，订阅者以为的值就是当前的值。',
  },
  'R-NoLostWakeUp': {
    name: '唤醒不丢失',
    says: '已连接的客户端不会一直等待早已发生的事。',
  },
  'R-ItemOnce': { name: '每个元素只取一次', says: '队列中没有元素被取走两次。' },
  'R-Unique': { name: '每个 ID 只发一次', says: '没有 ID 被发出两次。' },
  'R-BarrierEnter': { name: '不提前进入', says: '人数未到齐，谁也不进入屏障。' },
  'R-BarrierLeave': { name: '不提前离开', says: '还有客户端在屏障内工作时，谁也不离开。' },
  'R-Fenced': {
    name: '令牌只增不减',
    says: '比较令牌的存储不接受令牌更小的写入。',
  },
  'R-Atomic': { name: '决定一致', says: '没有一方提交而另一方中止。' },
};

/** 其中一条不成立时要说的话；细节只有英文，这里不说。 */
export const broken: Texts<typeof english> = {
  'R-OneHolder': '同时有两个持有者（R-OneHolder 被破坏）。',
  'R-ReadersWriters': '写者没有独占（R-ReadersWriters 被破坏）。',
  'R-Permits': '持有许可的客户端超过了许可数（R-Permits 被破坏）。',
  'R-Turn': '客户端自认为持有的，节点树给了别人（R-Turn 被破坏）。',
  'R-OneBeliever': '两个客户端都自认为是持有者（R-OneBeliever 被破坏）。',
  'R-Fifo': '没有按节点顺序号的先后轮到（R-Fifo 被破坏）。',
  'R-OneWoken': '一个节点消失，唤醒了多个等待者（R-OneWoken 被破坏）。',
  'R-NoSelfWait': '客户端在等自己（R-NoSelfWait 被破坏）。',
  'R-OwnKey': '客户端删除了别人的节点或键（R-OwnKey 被破坏）。',
  'R-Fresh': '读取漏掉了已确认的写入（R-Fresh 被破坏）。',
  'R-LastValue': '订阅者手里一直是旧值（R-LastValue 被破坏）。',
  'R-NoLostWakeUp': '唤醒丢失了（R-NoLostWakeUp 被破坏）。',
  'R-ItemOnce': '同一个元素被取走了两次（R-ItemOnce 被破坏）。',
  'R-Unique': '同一个 ID 发出了两次（R-Unique 被破坏）。',
  'R-BarrierEnter': '有客户端提前进入（R-BarrierEnter 被破坏）。',
  'R-BarrierLeave': '有客户端提前离开（R-BarrierLeave 被破坏）。',
  'R-Fenced': '接受了更小的令牌（R-Fenced 被破坏）。',
  'R-Atomic': '各方的决定不一致（R-Atomic 被破坏）。',
};
