// @vitest-environment happy-dom
import { act, fireEvent } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Frame } from '../../view/frame.ts';
import { useLongWork } from '../sim/long-work.ts';
import { useSim } from '../sim/store.ts';
import { shown } from '../testing/shown.tsx';
import { StillWorking } from './still-working.tsx';

const { stopWork } = vi.hoisted(() => ({ stopWork: vi.fn<() => void>() }));
vi.mock('../sim/session.ts', () => ({ stopWork }));

const seek = { type: 'seek', position: 390_000 } as const;
const frame = { branch: 0, position: 1234 } as Frame;

beforeEach(() => {
  stopWork.mockClear();
  useLongWork.setState({ working: null, stopped: null });
  useSim.setState({ run: 1, frame });
});

it('says nothing, in a place that is there, while nothing takes long', async () => {
  const view = await shown(<StillWorking />);
  expect(view.getByRole('status').textContent).toBe('');
  expect(view.queryByRole('button')).toBeNull();
});

it('tells what takes long, and Escape stops that and nothing else', async () => {
  useLongWork.setState({ working: { command: seek, steps: 31_000, of: 390_000 } });
  const view = await shown(<StillWorking />);
  expect(view.getByRole('status').textContent).toBe('Still working.');
  const bar = view.getByRole('progressbar', { name: 'Steps of the run' });
  expect(bar.getAttribute('aria-valuetext')).toBe('31,000 of 390,000 steps');
  expect(document.activeElement).toBe(document.body);

  const heard = vi.fn<() => void>();
  document.body.addEventListener('keydown', heard);
  fireEvent.keyDown(document.body, { key: 'Escape' });
  expect([stopWork.mock.calls.length, heard.mock.calls.length]).toEqual([1, 0]);
  document.body.removeEventListener('keydown', heard);
});

it('says where it was stopped, by the button that had the focus, until the run goes on', async () => {
  useLongWork.setState({ working: { command: seek, steps: 31_000, of: null } });
  const view = await shown(<StillWorking />);
  expect(view.getByRole('progressbar').getAttribute('aria-valuetext')).toBe('31,000 steps');
  const button = view.getByRole('button', { name: 'Stop' });
  button.focus();
  fireEvent.click(button);
  expect(stopWork).toHaveBeenCalledOnce();
  act(() =>
    useLongWork.setState({ working: null, stopped: { run: 1, branch: 0, position: 1234 } }),
  );
  expect(view.getByRole('status').textContent).toBe('Stopped: the run stands at event 1,234.');
  expect(document.activeElement).toBe(view.getByRole('button', { name: 'Dismiss' }));
  act(() => useSim.setState({ frame: { ...frame, position: 1235 } }));
  expect(view.getByRole('status').textContent).toBe('');
});
