// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { Tabs } from './tabs.tsx';

afterEach(cleanup);

const tabs = ['One', 'Two', 'Three'].map((title) => ({
  id: title.toLowerCase(),
  title,
  content: <p>{`content of ${title}`}</p>,
}));

const shown = (chosen: string, onChoose: (id: string) => void = () => undefined) =>
  render(<Tabs name="Views" tabs={tabs} chosen={chosen} onChoose={onChoose} />);

it('only the chosen tab is a stop, and its panel is named by it', () => {
  shown('two');
  const stops = screen.getAllByRole('tab').map((tab) => tab.getAttribute('tabindex'));
  expect(stops).toEqual(['-1', '0', '-1']);
  const panel = screen.getByRole('tabpanel', { name: 'Two' });
  expect(panel.textContent).toBe('content of Two');
  expect(screen.getByRole('tab', { selected: true }).getAttribute('aria-controls')).toBe(panel.id);
});

it('keys choose the next, the one before, the first and the last, round the ends', () => {
  const chosen = vi.fn<(id: string) => void>();
  shown('three', chosen);
  const tab = screen.getByRole('tab', { name: 'Three' });
  for (const key of ['ArrowRight', 'ArrowLeft', 'Home', 'End', 'a'])
    fireEvent.keyDown(tab, { key });
  expect(chosen.mock.calls).toEqual([['one'], ['two'], ['one'], ['three']]);
});

it('a press chooses', () => {
  const chosen = vi.fn<(id: string) => void>();
  shown('one', chosen);
  fireEvent.click(screen.getByRole('tab', { name: 'Three' }));
  expect(chosen).toHaveBeenCalledWith('three');
});
