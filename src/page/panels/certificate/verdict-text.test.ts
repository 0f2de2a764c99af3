import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { describe, expect, it } from 'vitest';
import type { ChanceView } from '../../../view/paxos.ts';
import { paxosTools as english } from '../../words/en/paxos/tools.ts';
import { paxosTools as chinese } from '../../words/zh-CN/paxos/tools.ts';
import { VerdictText } from './verdict-text.tsx';
import type { Outcome } from './verdict-text.tsx';

const WORDS = { en: english, 'zh-CN': chinese };

/** What stands in the panel where chance keeps a proof away. */
function said(language: 'en' | 'zh-CN', chance: readonly ChanceView[], outcome: Outcome = null) {
  const text = createElement(VerdictText, {
    verdict: { kind: 'chance', chance },
    outcome,
    cycles: 9,
    nameOf: (pid: number) => `A${pid}`,
  });
  const messages = { paxosTools: WORDS[language] } as never;
  const props = { locale: language, messages, timeZone: 'UTC', children: text };
  const markup = renderToStaticMarkup(createElement(IntlProvider, props));
  return markup.replaceAll(/<[^>]+>/gu, ' ');
}

const disk = (pid: number): ChanceView => ({ of: 'disk', from: pid, to: pid });

describe('where chance keeps a proof away, the certificate', () => {
  const chance: readonly ChanceView[] = [
    { of: 'loss', from: 1, to: 4 },
    { of: 'duplication', from: 5, to: 3 },
    disk(2),
    { of: 'wait', from: 5, to: 5 },
  ];

  it('names what is drawn, and whose it is', () => {
    const text = said('en', chance);
    expect(text).toContain('Not proved');
    expect(text).toContain('which messages are lost (A1 → A4)');
    expect(text).toContain('which messages come twice (A5 → A3)');
    expect(text).toContain('how long a sync takes (A2)');
    expect(text).toContain('how long a proposer waits before it tries again (A5)');
  });

  it('does so in Chinese, too', () => {
    const text = said('zh-CN', chance);
    expect(text).toContain('未证明');
    expect(text).toContain('丢失哪些消息（A1 → A4）');
    expect(text).toContain('重复哪些消息（A5 → A3）');
    expect(text).toContain('一次磁盘同步要多久（A2）');
    expect(text).toContain('提案者重试前等待多久（A5）');
  });

  it('counts what is too much to name', () => {
    expect(said('en', [1, 2, 3, 4, 5, 6].map(disk))).toContain('A1, A2, A3, A4, and 2 more');
  });

  it('says so, rather than that cycles differ, once it has been tried', () => {
    expect(said('en', chance, 'differs')).toContain('how long a sync takes (A2)');
    expect(said('en', chance, 'differs')).not.toContain('cycles');
    expect(said('en', chance, 'stuck')).toContain('The schedule waits');
  });
});
