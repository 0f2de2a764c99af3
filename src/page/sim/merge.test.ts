import { describe, expect, it } from 'vitest';
import type { Answer, Command, LessonState } from '../../view/command.ts';
import type { Frame } from '../../view/frame.ts';
import { merge } from './merge.ts';
import { messageAsked } from './selectors.ts';
import { EMPTY, NO_PREDICTION } from './store.ts';
import type { SimState } from './store.ts';

const ok: Answer = { problem: null, happened: [] };
const advance: Command = { type: 'advance', until: 10 };
const lesson = (part: Partial<LessonState>): LessonState => ({
  id: 'first-start',
  index: 0,
  steps: [
    { id: 'alone', asks: false, focus: 1, speed: null, exhibit: null },
    { id: 'second', asks: true, focus: 2, speed: 0.5, exhibit: null },
  ],
  phase: 'running',
  options: [],
  answer: null,
  mistakes: [],
  veil: [],
  about: null,
  goals: [],
  expectations: [],
  ...part,
});

describe('merge', () => {
  it('stops playing when the step of a lesson is over', () => {
    const state = { ...EMPTY, playing: true, lesson: lesson({}) };
    const answer = { ...ok, lesson: lesson({ phase: 'done' }) };
    expect(merge(state, null, [{ command: advance, answer }]).playing).toBe(false);
  });

  it('stops at a violation once, so that one may play on', () => {
    const answer: Answer = { ...ok, end: 'violation' };
    const first = merge({ ...EMPTY, playing: true }, null, [{ command: advance, answer }]);
    expect(first.playing).toBe(false);
    const state = { ...EMPTY, playing: true, end: 'violation' as const };
    expect(merge(state, null, [{ command: advance, answer }]).playing).toBeUndefined();
  });

  it('takes over focus and speed of a new lesson step, and forgets the old answer', () => {
    const state = {
      ...EMPTY,
      lesson: lesson({}),
      prediction: { ...NO_PREDICTION, chosen: 'a', checked: true, hands: { a: 3 } },
    };
    const answer = { ...ok, lesson: lesson({ index: 1, phase: 'ready' }) };
    expect(
      merge(state, null, [{ command: { type: 'lesson-step', index: 1 }, answer }]),
    ).toMatchObject({
      selection: { kind: 'process', pid: 2 },
      speed: 0.5,
      prediction: NO_PREDICTION,
    });
  });

  it('keeps the speed that the person chose, whatever the steps of a lesson say', () => {
    const state = { ...EMPTY, lesson: lesson({}), speed: 20, ownSpeed: true };
    const answer = { ...ok, lesson: lesson({ index: 1, phase: 'ready' }) };
    const next = merge(state, null, [{ command: { type: 'lesson-step', index: 1 }, answer }]);
    expect('speed' in next).toBe(false);
  });

  it('selects the node that a lesson step is about', () => {
    const steps = [1, { znode: '/app' }, null].map((focus, at) => ({
      id: String(at),
      asks: false,
      focus,
      speed: null,
      exhibit: null,
    }));
    const to = (index: number) => {
      const answer = { ...ok, lesson: lesson({ steps, index, phase: 'ready' }) };
      const state = { ...EMPTY, lesson: lesson({ steps, index: index - 1 }) };
      return merge(state, null, [{ command: { type: 'lesson-step', index }, answer }]);
    };
    expect(to(1).znode).toBe('/app');
    // What was looked at before stays in view.
    expect('selection' in to(1)).toBe(false);
    expect('znode' in to(2)).toBe(false);
  });

  it('brings the figure of a lesson step to the front, and takes it away with its step', () => {
    const exhibit = { kind: 'majorities', servers: 4 } as const;
    const steps = [null, exhibit, null].map((one, at) => ({
      id: String(at),
      asks: false,
      focus: null,
      speed: null,
      exhibit: one,
    }));
    const to = (index: number, from: Partial<SimState>) => {
      const answer = { ...ok, lesson: lesson({ steps, index, phase: 'ready' }) };
      return merge({ ...EMPTY, ...from }, null, [
        { command: { type: 'lesson-step', index }, answer },
      ]);
    };
    const at = (index: number) => lesson({ steps, index });
    expect(to(1, { lesson: at(0) })).toMatchObject({ exhibit, dockView: 'majorities' });
    expect(to(2, { lesson: at(1), dockView: 'majorities' }).dockView).toBeNull();
    // Whoever looks at something else goes on looking at it.
    expect('dockView' in to(2, { lesson: at(1), dockView: 'events' })).toBe(false);
  });

  it('leaves "what just happened" alone when something was only asked', () => {
    const answer = { ...ok, happened: [] };
    const next = merge(EMPTY, null, [{ command: { type: 'inspect', pid: 1 }, answer }]);
    expect('happened' in next).toBe(false);
  });

  it('keeps a problem, also one that came while a run was opened', () => {
    const problem = { code: 'x', where: '', data: {}, text: 'x' };
    const refused = merge(EMPTY, null, [{ command: advance, answer: { ...ok, problem } }]);
    expect(refused.problem).toBe(problem);
    const open: Command = { type: 'open', scenario: {} };
    expect(merge({ ...EMPTY, problem }, null, [{ command: open, answer: ok }])).not.toHaveProperty(
      'problem',
    );
  });
});

describe('an open question', () => {
  const notification = { id: 7, from: 1, to: 4, kind: 'notification' };
  const asking = (part: Partial<LessonState>) => ({
    ...EMPTY,
    frame: { messages: [{ ...notification, id: 5, to: 2 }, notification] } as unknown as Frame,
    lesson: lesson({ index: 1, phase: 'ready', about: { from: 1, to: 4 }, ...part }),
  });

  it('points at the message that it is about, until it is answered', () => {
    expect(messageAsked(asking({}))).toBe(7);
    expect(messageAsked(asking({ about: { from: 1, to: 4, kind: 'ping' } }))).toBeNull();
    expect(messageAsked(asking({ about: null }))).toBeNull();
    expect(
      messageAsked({ ...asking({}), prediction: { ...NO_PREDICTION, chosen: 'a', checked: true } }),
    ).toBeNull();
  });
});

it('a run that is opened has a number of its own', () => {
  const opened = merge({ ...EMPTY, run: 3 }, null, [
    { command: { type: 'open', scenario: null }, answer: ok },
  ]);
  expect(opened.run).toBe(4);
});

describe('where nothing is left to come', () => {
  const answer: Answer = { ...ok, end: 'nothing-pending' };

  it('a run that played rests, so that the stage offers what to do next', () => {
    const next = merge({ ...EMPTY, playing: true }, null, [{ command: advance, answer }]);
    expect(next).toMatchObject({ playing: false, rest: true, watching: null });
  });

  it('one that was gone through by hand does not, nor does a lesson', () => {
    expect(merge(EMPTY, null, [{ command: advance, answer }]).rest).not.toBe(true);
    const taught = { ...EMPTY, playing: true, lesson: lesson({}) };
    expect(merge(taught, null, [{ command: advance, answer }]).rest).not.toBe(true);
  });
});
