// @vitest-environment happy-dom
import { fireEvent, waitFor } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { ensemble } from '../../../../stage/fixtures.ts';
import { future } from '../../../../stage/zookeeper/futures/fixtures.ts';
import type { Answer, Command, LessonState } from '../../../../view/command.ts';
import { MOMENTS } from '../../../../view/write-path.ts';
import type { PathMoment, PathView } from '../../../../view/write-path.ts';
import { NO_PREDICTION, useSim } from '../../../sim/store.ts';
import { shown } from '../../../testing/shown.tsx';
import { Moments } from './moments.tsx';
import { crashNow, setCrash } from './store.ts';

const asked: Command[] = [];
vi.mock('../../../sim/session.ts', () => ({
  onFrame: () => () => undefined,
  request: async (command: Command): Promise<Answer> => {
    asked.push(command);
    const answer = { problem: null, happened: [] };
    if (command.type === 'try') return { ...answer, tried: 1 };
    const own = { ask: 'future', future: future(3, false) };
    return { ...answer, asked: own };
  },
}));

const path: PathView = {
  write: future(3, false).write,
  servers: [1, 2, 3],
  voters: 3,
  moments: MOMENTS.slice(0, 3).map((kind, index): PathMoment => {
    const held = index === 2 ? 'logged' : 'nothing';
    const of = { to: 3, on: null, have: 0, err: '', leader: 3, up: [1, 2, 3] };
    return {
      ...of,
      kind,
      by: kind === 'request' ? 101 : 3,
      position: 10 + index,
      time: 1000,
      held: ['nothing', 'nothing', held],
    };
  }),
};

const question = {
  id: 'lesson',
  index: 0,
  phase: 'ready',
  steps: [{ id: 'one', asks: true, focus: null, speed: null, exhibit: null }],
  veil: [],
} as unknown as LessonState;

beforeEach(() => {
  asked.splice(0);
  const frame = { ...ensemble('S1 FOLLOWING | S2 FOLLOWING | S3 LEADING'), position: 20 };
  const { run } = useSim.getState();
  useSim.setState({ run: run + 1, frame, lesson: null, prediction: NO_PREDICTION });
});

const moments = async () => shown(<Moments path={path} />);

it('says what each disk holds at a moment, and only names what has not come', async () => {
  const view = await moments();
  const names = view.getAllByRole('button').map((one) => one.textContent);
  expect(names[2]).toContain('S1 nothing, S2 nothing, S3 on disk');
  expect(names).toHaveLength(3);
  expect(view.getAllByRole('listitem').map((one) => one.querySelector('b')?.textContent)).toEqual([
    ...MOMENTS,
  ]);
});

it('kills whoever led just after the moment, and says what becomes of the write', async () => {
  const view = await moments();
  const log = (): HTMLElement => view.getAllByRole('button')[2] as HTMLElement;
  expect(log().textContent).toContain('/b then not tried');
  fireEvent.click(log());
  await waitFor(() => expect(log().textContent).toContain('/b then dropped'));
  expect(asked[0]).toMatchObject({
    type: 'try',
    branch: 0,
    position: 12,
    way: expect.arrayContaining([{ kind: 'kill', pid: 3 }]),
  });
  // What is known already is not tried again.
  fireEvent.click(log());
  await waitFor(() => expect(crashNow().trying).toBeNull());
  expect(asked).toHaveLength(2);
});

it('kills the servers that were chosen, by their power if that is wanted', async () => {
  setCrash({ pids: [1, 2], power: true });
  const view = await moments();
  fireEvent.click(view.getAllByRole('button')[0] as HTMLElement);
  await waitFor(() => expect(crashNow().a).not.toBeNull());
  const [trial] = asked;
  expect(trial?.type === 'try' ? trial.way.slice(0, 2) : null).toEqual([
    { kind: 'power-off', pid: 1 },
    { kind: 'power-off', pid: 2 },
  ]);
});

it('gives nothing away and tries nothing while a question is open', async () => {
  const view = await moments();
  fireEvent.click(view.getAllByRole('button')[2] as HTMLElement);
  await waitFor(() => expect(view.getByText('dropped')).toBeDefined());
  asked.splice(0);
  useSim.setState({ lesson: question });
  await waitFor(() => expect(view.queryByText('dropped')).toBeNull());
  for (const button of view.getAllByRole('button')) {
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(button.textContent).toMatch(/hidden while the question is open\?$/u);
    fireEvent.click(button);
  }
  expect(asked).toEqual([]);
});

it('forgets what was tried with the run that it was tried in', async () => {
  const view = await moments();
  fireEvent.click(view.getAllByRole('button')[2] as HTMLElement);
  await waitFor(() => expect(crashNow().a).not.toBeNull());
  useSim.setState(({ run }) => ({ run: run + 1 }));
  expect(crashNow().a).toBeNull();
  await waitFor(() => expect(view.queryByText('dropped')).toBeNull());
});
