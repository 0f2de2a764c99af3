import type * as english from '../../en/byzantine/terms.ts';

type Terms = Readonly<
  Record<keyof typeof english.terms, { readonly name: string; readonly text: string }>
>;

export const terms: Terms = {
  MUSTERING: { name: 'MUSTERING', text: '司令还没有下命令。' },
  ORDERED: { name: 'ORDERED', text: '司令已经下了命令。' },
  HEARING: { name: 'HEARING', text: '这个副官在等命令。' },
  RELAYING: { name: 'RELAYING', text: '这个副官已经转述了听到的，正在听别人的转述。' },
  DECIDED: { name: 'DECIDED', text: '对这个副官来说，最后一轮已经结束。' },
  ENCAMPED: { name: 'ENCAMPED', text: '这个将军在等信使，也在等黎明。' },
  ACTED: { name: 'ACTED', text: '黎明已到：这个将军进攻了，或按兵不动。' },
  generalRole: { name: '身份', text: '忠诚或叛徒；别人看不出来。' },
  ordersGiven: { name: '已下命令', text: '命令是否已经发出。' },
  roundsOver: { name: '已结束的轮', text: '各轮对所有人同时结束：到那时没有到的，就当没有说。' },
  messagesHeard: { name: '听到', text: '按时到达、算数的消息。' },
  obeys: { name: '服从', text: '它最后做什么。' },
  signedValue: { name: 'V 中的值', text: '带着真实签名到达的值，以及签名者。' },
  refusedMessages: { name: '拒绝', text: '签名伪造或来得太晚的消息。' },
  messengersCame: { name: '到达', text: '到了它这里的信使。' },
  messengersNeeded: { name: '需要', text: '黎明前到了这么多信使，它就进攻。' },
  newestMessenger: {
    name: '最新',
    text: '最后到的是第几个信使：对方知道什么，它就知道到第几层。',
  },
  attacks: { name: '进攻', text: '它在黎明做什么。' },
};
