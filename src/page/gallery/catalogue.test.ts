import { expect, it } from 'vitest';
import { lessons } from '../../lessons/words.ts';
import { en } from '../words/en/index.ts';
import { zhCN } from '../words/zh-CN/index.ts';
import { catalogue, coursesOf, matching, startHere } from './catalogue.ts';
import { FREE_LABS } from './free-labs.ts';
import { found } from './search.ts';

const ids = (query: string, locale: 'en' | 'zh-CN' = 'en') =>
  matching(catalogue(locale), query).map(({ id }) => id);

/** The labs as the gallery shows them. */
const labs = (query: string, locale: 'en' | 'zh-CN' = 'en') => {
  const words = (locale === 'en' ? en : zhCN).gallery.lab;
  return found(
    FREE_LABS.map(({ id, terms }) => ({
      id,
      title: words[id].name,
      line: words[id].text,
      terms,
    })),
    query,
  ).map(({ id }) => id);
};

it('a search finds what holds every word, in titles and lines of the language', () => {
  expect(ids('MAJORITIES')).toEqual(['majorities', 'what-majorities-cost']);
  expect(ids('过半', 'zh-CN')).toContain('majorities');
  expect(ids('majorities submarine')).toEqual([]);
  expect(ids('  ')).toHaveLength(lessons.length);
});

it.each([
  ['leader', 'first-start', 'election'],
  ['quorum', 'majorities', 'paxos'],
  ['vote', 'after-a-crash', 'election'],
  ['ephemeral', 'znode-tree', 'zookeeper'],
  ['session', 'what-a-session-is', 'zookeeper'],
  ['会话', 'what-a-session-is', 'zookeeper'],
  ['选举', 'first-start', 'election'],
  ['法定人数', 'majorities', 'election'],
  ['临时节点', 'znode-tree', 'zookeeper'],
])(
  '%s finds the lesson %s and the lab %s, in either language of the page',
  (query, lesson, lab) => {
    for (const locale of ['en', 'zh-CN'] as const) {
      expect(ids(query, locale)).toContain(lesson);
      expect(labs(query, locale)).toContain(lab);
    }
  },
);

it('a search for a term leaves out what is about something else', () => {
  expect(ids('ephemeral')).not.toContain('paxos-case-1');
  expect(ids('会话')).not.toContain('majorities');
  expect(labs('session')).toEqual(['zookeeper']);
});

it('every lesson is found by words of the field in both languages', () => {
  for (const { id, terms } of lessons) {
    expect([id, terms.en.split(' ').length > 3]).toEqual([id, true]);
    expect([id, terms['zh-CN'].split(' ').length > 3]).toEqual([id, true]);
  }
});

it('whoever is new begins with three lessons that exist', () => {
  expect(startHere(catalogue('en'))).toHaveLength(3);
});

it('ZooKeeper at work is a course of 45 minutes, of lessons that there are', () => {
  for (const locale of ['en', 'zh-CN'] as const) {
    const [course] = coursesOf(catalogue(locale), locale);
    expect(course?.lessons.map(({ id }) => id)).toEqual([
      'service-discovery',
      'thundering-herd',
      'queue-for-the-lock',
      'who-is-master',
    ]);
    expect(course?.lessons.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(45);
  }
});
