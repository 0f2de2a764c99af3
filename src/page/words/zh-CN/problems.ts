import type { Words } from '../words.ts';

export const problems: Words['problems'] = {
  where: '{where} 处：{text}',
  'link-broken': '链接已损坏：{detail}。请重新索取完整的链接。',
  'link-newer':
    '这个链接由更新版本的 Zooscope 生成（格式 {version}，本版本最多读到 {newest}）。请刷新页面以取得最新版本。',
  'link-large': '这个链接解开后超过 {limit}，没有打开。请索取场景文件。',
  'file-large': '文件 {name} 有 {size}，最多读取 {limit}。请选一个较小的场景文件。',
  'file-not-json': '文件 {name} 不是 JSON：{detail}。请选择由 Zooscope 保存的场景文件。',
  'file-unreadable': '文件 {name} 无法读取：{detail}。请重新选择。',
  'worker-failed': '模拟出错：{message}。请重新启动。',
  'export-failed': '图片没有做成：{detail}。请改存 SVG。',
  'digest-differs':
    '本版本算出的运行与分享的不同（摘要是 {actual}，不是 {expected}）。你看到的是本版本的结果。',
};
