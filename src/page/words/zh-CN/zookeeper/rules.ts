import type { Words } from '../../words.ts';

export const rules: Words['rules']['zookeeper'] = {
  'reply-before-sync': '写请求还没落盘就应答',
  'keep-ephemerals': '会话结束后临时节点仍然留着',
  'watch-twice': '一次性的监听触发后仍然留着',
  'watch-after-reply': '先发应答，后发通知',
  'sequential-reuse': '顺序号取现有子节点的个数',
  'forget-outstanding': '准备写请求时不看排在前面、尚未应用的事务',
  'expire-early': '会话的期限向下取整到 tick',
  'expire-on-disconnect': '连接一断就结束会话',
  'reuse-zxid': '失败的写请求不占用 zxid',
  'answer-out-of-order': '读请求越过等待落盘的写请求',
};
