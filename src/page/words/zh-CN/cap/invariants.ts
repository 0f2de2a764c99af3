import type { broken as english } from '../../en/cap/invariants.ts';
import type { Bundle, Texts } from '../../words.ts';

/** What stores promise, by the invariants’ names. */
export const invariants: Bundle<'cap'>['invariants'] = {
  'C-Linearizable': {
    name: '线性一致',
    says: '所有请求能排成一个符合时间先后的次序：每次读到的都是它之前最近的一次写入；先返回的排在后发出的前面。',
  },
  'C-Writes': {
    name: '写入符合时间先后',
    says: '写入生效的次序符合时间先后：没有哪次写入在另一次返回之后才发出，却在它之前生效。',
  },
  'C-Sequential': {
    name: '顺序一致',
    says: '所有请求能排成一个符合各客户端自身先后的次序：每次读到的都是它之前最近的一次写入。',
  },
  'C-Monotonic': {
    name: '单个客户端不会看到倒退',
    says: '客户端看到某次写入之后，不会再看到那次写入之前的值。',
  },
  'C-NotLost': {
    name: '已确认的写入不丢失',
    says: '已确认的写入仍然存在，或者被知道它的写入、与它同时进行的写入所覆盖。',
  },
};

/** What is said when one of them does not hold; which requests those are the verdict says. */
export const broken: Texts<typeof english> = {
  'C-Linearizable': '有些请求排不出符合时间先后的次序（C-Linearizable 被破坏）。',
  'C-Writes': '写入生效的次序与发出的次序不符（C-Writes 被破坏）。',
  'C-Sequential': '有些请求排不出符合各客户端先后的次序（C-Sequential 被破坏）。',
  'C-Monotonic': '有客户端看到了倒退（C-Monotonic 被破坏）。',
  'C-NotLost': '一次已确认的写入丢失了（C-NotLost 被破坏）。',
};
