import { expect, it, vi } from 'vitest';
import type { Request, Response } from '../../view/command.ts';
import { request, startSession } from './session.ts';
import { useSim } from './store.ts';

vi.stubGlobal('requestAnimationFrame', (act: () => void) => setTimeout(act, 1));
vi.stubGlobal('cancelAnimationFrame', (timer: NodeJS.Timeout) => clearTimeout(timer));

const { asked, answerTo } = vi.hoisted(() => {
  const requests: Request[] = [];
  let tell = (_event: { data: Response }): void => undefined;
  return {
    asked: {
      requests,
      listen: (listener: (event: { data: Response }) => void) => (tell = listener),
    },
    answerTo: ({ id }: Request) =>
      tell({ data: { id, answer: { problem: null, happened: [] }, frame: null } }),
  };
});

vi.mock('./start-worker.ts', () => ({
  startWorker: () => ({
    postMessage: (message: Request) => asked.requests.push(message),
    addEventListener: (type: string, listener: (event: never) => void) => {
      if (type === 'message') asked.listen(listener as never);
    },
    terminate: () => undefined,
  }),
}));

it('what is wrong with a file that is dropped while a run is opened is still said when that is open', async () => {
  startSession('zookeeper');
  const problem = (code: string) => ({ code, where: '', data: {}, text: code });
  useSim.setState({ problem: problem('before') });

  const opened = request({ type: 'open', scenario: {} });
  expect(useSim.getState().problem).toBeNull();
  const dropped = problem('file-not-json');
  useSim.setState({ problem: dropped });
  await vi.waitFor(() => expect(asked.requests).toHaveLength(1));
  for (const one of asked.requests) answerTo(one);
  await opened;
  expect(useSim.getState().problem).toBe(dropped);
});
