import type { Words } from '../words.ts';

export const zkcli: Words['zkcli'] = {
  hint: {
    'old-command': '3.8 用另一个命令：{text}',
    'watch-word': '从 3.5 起用 -w 注册监听：{text}',
    'version-option': '从 3.5 起用 -v 指定版本；刚才并没有检查版本：{text}',
    'quote-data': '空格之后就是下一个参数。数据里有空格时加引号：{text}',
    'ttl-off': '这台服务器没有开启 TTL 节点：在 zoo.cfg 里写上 extendedTypesEnabled=true，再重启。',
    hyphen: '选项前要有连字符：{text}',
    'data-hyphen': '以连字符开头的值会被当成选项。请在前面加 --：{text}',
    'help-is-usage': '没有 help 命令；上面的命令列表就是全部帮助。',
    'did-you-mean': '你想输入的是不是：{text}',
  },
};
