/** 计数器实验的文字。 */
export const counter = {
  name: '计数器与调用方',
  add: '{name}：加 1',
  read: '{name}：读取',
  retry: '{name}：重试',
  busy: '{name} 已停止，或正在等答复。',
  nothingUnknown: '没有结果未知的调用。',
  ids: '服务器凭调用 ID 认出重复的调用',
  stage: {
    group: '{callers} 个调用方和一个计数器',
    caller: '调用方',
    counter: '计数器',
    arrived: '到达顺序',
    read: '读',
    outcome: {
      waiting: '等待中',
      success: '成功',
      failure: '失败',
      unknown: '未知',
    },
    attempts: '共 {attempts} 次',
    refused: '拒绝',
    onDisk: '磁盘上：{value}',
    callerName: '{name}，{state}',
    serverName: '{name}，计数器 {value}',
  },
} as const;
