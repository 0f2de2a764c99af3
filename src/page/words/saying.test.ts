import { createTranslator } from 'use-intl/core';
import { expect, it } from 'vitest';
import { counterWords } from '../../stage/counter/words.ts';
import { drawnWords } from '../../stage/drawn-words.ts';
import { paxosWords } from '../../stage/paxos/words.ts';
import { toolWords } from '../../stage/paxos/tool-words.ts';
import { sayInEnglish } from '../../stage/say.ts';
import type { Texts, Values } from '../../stage/say.ts';
import { znodeWords } from '../../stage/znode/words.ts';
import { capacityWords } from '../../stage/zookeeper/capacity-words.ts';
import { futuresWords } from '../../stage/zookeeper/futures/words.ts';
import { zookeeperWords } from '../../stage/zookeeper/words.ts';
import { asTexts } from './stage-words.ts';
import type { LooseTranslator } from './use-words.ts';

const DRAWINGS = {
  ...{ counterWords, drawnWords, paxosWords, toolWords },
  ...{ znodeWords, capacityWords, futuresWords, zookeeperWords },
};

const keysOf = (words: Texts, before = ''): string[] =>
  Object.entries(words).flatMap(([key, text]) =>
    typeof text === 'string' ? [`${before}${key}`] : keysOf(text, `${before}${key}.`),
  );

it.each(Object.entries<Texts>(DRAWINGS))(
  '%s are said in tests as the page says them, with none, one and many',
  (_, words) => {
    const t = createTranslator({
      locale: 'en',
      messages: words as Record<string, never>,
    }) as unknown as LooseTranslator;
    const say = sayInEnglish(words) as unknown as (key: string, values: Values) => string;
    const names = [...JSON.stringify(words).matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name ?? '');
    for (const count of [0, 1, 12_345]) {
      const values = Object.fromEntries(names.map((name) => [name, count]));
      for (const key of keysOf(words)) {
        const said = t(key, asTexts(values));
        // A plural writes its number with the language's points; a test need not.
        expect(say(key, values).replaceAll(',', '')).toBe(said.replaceAll(',', ''));
      }
    }
  },
);
