import { expect, it } from 'vitest';
import { catalogue } from '../lessons/catalogue.ts';
import { saidFirst } from './said-first.ts';

const free = { en: 'Nothing.', 'zh-CN': '还没有。' };

it('what is read first is there in both languages of each of a model’s lessons', async () => {
  for (const model of ['election', 'zookeeper', 'paxos', 'counter'] as const) {
    const { lessons, ...rest } = await saidFirst(model, free);
    expect(rest).toEqual({ free });
    const ids = catalogue.filter((lesson) => lesson.model === model).map(({ id }) => id);
    expect(Object.keys(lessons)).toEqual(ids);
    for (const said of Object.values(lessons)) {
      expect(said.en).toMatch(/^[\P{Script=Han}]+[.?]/u);
      expect(said['zh-CN']).toMatch(/\p{Script=Han}/u);
    }
  }
});
