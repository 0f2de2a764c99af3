import type { Words } from '../../words.ts';
import { opening } from './opening.ts';

/** CAP 实验室的预设，以及打开时能看到什么。 */
export const presets: Words['presets']['cap'] = {
  'cut-in-two': { name: '一分为二', lead: opening },
  'first-read': {
    name: '第一次读',
    lead: 'β 写入 2，一秒前已得到应答。分区另一侧的 α 在 S2 上读 x，而 S2 还没有发现网络断了。α 会读到什么？',
  },
  'read-only': {
    name: '只读模式',
    lead: 'S2 已放弃它的 Leader，转为只读服务器继续服务。α 读 x。得到的是最新值吗？',
  },
  quorum: {
    name: '五台里的两台',
    lead: '一次读要问五台中的三台，而 S2 只够得着两台。α 的读没有结果，现在它写 3。谁能应答？',
  },
  copies: {
    name: '迟到的副本',
    lead: '主库 S5 不等副本收到就应答写请求，而 S2 已经听不到它的消息。α 在 S2 上读，S2 有什么？',
  },
  overwritten: {
    name: '被覆盖',
    lead: '网络已恢复，各服务器交换了各自的值。β 写入 2 时得到过确认。那个 2 现在在哪里？',
  },
  'leader-cut-off': {
    name: 'Leader 在少数派',
    lead: '这次 Leader S1 落在少数派一侧。它照常应答读请求，还不知道自己已经领导不了谁。β 写入 2 会怎样？',
  },
  healed: {
    name: '恢复之后',
    lead: 'S2 重新找到了 Leader，α 又能读了。它首先得知的是会话已过期。那是什么时候的事？',
  },
  draw: {
    name: '自己画分区',
    lead: '网络还是完好的。在舞台上从一边到另一边画一条线：它穿过的链路就断开。点按一条链路，可以单向切断，或让它变慢。然后继续运行。',
  },
};
