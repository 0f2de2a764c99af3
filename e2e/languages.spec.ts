import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { Lab } from './lab.ts';

/** Words that stay as they are in Chinese: names of fields, files and states. */
const KEPT =
  /^(?:zookeeper|zooscope|zxid|zoo|cfg|epoch|sid|leader|follower|observer|observing|looking|following|leading|crashed|paused|discovery|synchronization|broadcast|election|currentepoch|acceptedepoch|ticktime|initlimit|synclimit|tick|ms|svg|png|ping|tcp|json|english|s\d+|paxos|zab|cap|notification|ack|ackepoch|diff|snap|trunc|newleader|uptodate|followerinfo|leaderinfo|observerinfo|hello|space|shift|home|esc|f|k|server|host\d?)$/i;

/** Texts, names and hints on the page with three English words in a row, or a key of the words. */
const untranslated = async (page: Page): Promise<string[]> => {
  const texts = await page.evaluate(() => {
    const all: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const inside = walker.currentNode.parentElement?.closest(
        'script, noscript, style, textarea, kbd',
      );
      if (inside === null) all.push(walker.currentNode.textContent ?? '');
    }
    for (const one of document.querySelectorAll('*')) {
      for (const name of ['aria-label', 'title', 'placeholder', 'aria-valuetext']) {
        const value = one.getAttribute(name);
        if (value !== null) all.push(value);
      }
    }
    return all;
  });
  const isEnglish = (text: string): boolean => {
    const runs = text.match(/[A-Za-z’']+(?:[ ,]+[A-Za-z’']+){2,}/g) ?? [];
    return runs.some((run) => run.split(/[ ,]+/).filter((word) => !KEPT.test(word)).length >= 2);
  };
  const isKey = (text: string): boolean =>
    /\b(?:facts|panels|lab|app|gallery|problems|terms|rules|stage|machine)\.[a-z][\w.-]+/i.test(
      text,
    );
  return [...new Set(texts.map((text) => text.trim()))].filter(
    (text) => isEnglish(text) || isKey(text),
  );
};

test('in Chinese the whole journey has no English sentence', async ({ page }) => {
  const lab = new Lab(page, 'zh-CN');
  await lab.open('#/', 'lang=zh-CN');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  expect(await untranslated(page)).toEqual([]);

  await lab.openCold('election', 'lang=zh-CN');
  await lab.fastest();
  expect(await untranslated(page)).toEqual([]);
  await lab.stepUntilMessagesFly();
  await lab.kill(5);
  await lab.expectState(5, 'CRASHED');
  expect(await untranslated(page)).toEqual([]);

  await lab.runUntilLeader();
  await lab.expectState(4, 'LEADING');
  await page.getByRole('tab', { name: '事件' }).click();
  await lab.idle();
  await lab.scrollEventsToTop();
  expect(await untranslated(page)).toEqual([]);
  await page.getByRole('tab', { name: '在途消息' }).click();
  await lab.start(5);
  await lab.stepForward();
  expect(await untranslated(page)).toEqual([]);

  await lab.inspect(3);
  await lab.press('服务器 3 为什么不是 Leader？');
  expect(await untranslated(page)).toEqual([]);
  await lab.partition([1, 2]);
  await lab.heal();
  expect(await untranslated(page)).toEqual([]);

  for (const [button, dialog] of [
    ['设置', '设置集群'],
    ['制造网络分区', '制造网络分区'],
    ['分享', '分享这次运行'],
    ['快捷键', '快捷键'],
  ] as const) {
    await lab.press(button);
    await expect(lab.dialog(dialog)).toBeVisible();
    expect(await untranslated(page), dialog).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(lab.dialog(dialog)).toBeHidden();
  }
});

test('in Chinese a lesson has no English sentence', async ({ page }) => {
  const lab = new Lab(page, 'zh-CN');
  for (const id of ['majorities', 'first-start', 'after-a-crash', 'late-joiner']) {
    await lab.open(`#/lesson/${id}`, 'lang=zh-CN');
    await expect(page.getByRole('region', { name: '课文步骤' })).toBeVisible();
    await lab.press('转到第 3 步');
    expect(await untranslated(page), id).toEqual([]);
  }
});

test('in Chinese a refused file is explained in Chinese', async ({ page }) => {
  const lab = new Lab(page, 'zh-CN');
  await lab.openCold('election', 'lang=zh-CN');
  await page.getByRole('button', { name: '分享' }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '打开场景文件' }).click();
  await (
    await chooser
  ).setFiles({
    name: 'x.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"format":"zooscope-scenario","version":99}'),
  });
  await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(1);
  expect(await untranslated(page)).toEqual([]);
});

test('in English no key of the words shows', async ({ lab, page }) => {
  await lab.openElection();
  await lab.runUntilLeader();
  await lab.inspect(3);
  await lab.showView('Events');
  await lab.scrollEventsToTop();
  const text = await page.locator('body').innerText();
  expect(text).not.toMatch(/\b(?:facts|panels|lab|app|problems|terms|rules)\.[a-z][\w.-]+/);
});

test('changing the language keeps the place', async ({ lab, page }) => {
  await lab.openElection();
  await lab.steps(6);
  await lab.inspect(3);
  const digest = await lab.digest();
  const position = await lab.position();

  await lab.press('中文');
  const chinese = new Lab(page, 'zh-CN');
  await expect(page).toHaveURL(/lang=zh-CN.*#\/lab\/election/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await chinese.expectPosition(position);
  await expect(chinese.inspector(3)).toBeVisible();
  expect(await chinese.digest()).toBe(digest);

  await chinese.press('English');
  await expect(lab.inspector(3)).toBeVisible();
  await lab.expectPosition(position);
});

test('the language chosen is remembered on this device', async ({ lab, page }) => {
  await lab.openGallery();
  await lab.button('中文').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await page.goto('./');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
});
