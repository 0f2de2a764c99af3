import type { invariants as english } from '../../en/counter/invariants.ts';

type Said = Readonly<Record<keyof typeof english, { name: string; says: string }>>;

export const invariants: Said = {
  'C-Success': {
    name: '已答复的必已执行',
    says: '调用方记为成功的调用，一定在服务器磁盘的日志里。',
  },
  'C-Failure': {
    name: '已拒绝的未曾执行',
    says: '调用带 ID 时，调用方记为失败的调用从未执行过。',
  },
  'C-Sum': { name: '计数器等于日志之和', says: '磁盘上的计数器等于日志中各次调用之和。' },
  'C-Once': {
    name: '至多一次',
    says: '调用带 ID 时，无论发送多少次，一个调用至多执行一次。',
  },
};
