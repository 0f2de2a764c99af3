// @vitest-environment happy-dom
import { fireEvent, render } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useOneStop } from './use-one-stop.ts';

const Row = ({ chosen }: { chosen: number }) => {
  const { stop, row } = useOneStop(3, chosen);
  return (
    <div role="toolbar" aria-label="row" {...row}>
      {['a', 'b', 'c'].map((name, at) => (
        <button key={name} type="button" {...stop(at)}>
          {name}
        </button>
      ))}
    </div>
  );
};

const shown = (chosen: number) => {
  const view = render(<Row chosen={chosen} />);
  const all = view.getAllByRole('button');
  return {
    stops: () => all.filter(({ tabIndex }) => tabIndex === 0).map((one) => one.textContent),
    press: (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key }),
    focused: () => document.activeElement?.textContent,
    all,
    leave: () => view.unmount(),
  };
};

it('one of a row is a stop for Tab, the arrows lead round, and whoever leaves comes back to the chosen one', () => {
  const { stops, press, focused, all, leave } = shown(1);
  expect(stops()).toEqual(['b']);
  all[1]?.focus();
  press('ArrowDown');
  expect([focused(), stops()]).toEqual(['c', ['c']]);
  press('ArrowDown');
  expect(focused()).toBe('a');
  press('ArrowUp');
  expect(focused()).toBe('c');
  // These go through time.
  press('ArrowRight');
  expect(focused()).toBe('c');
  fireEvent.blur(all[2] ?? document.body);
  expect(stops()).toEqual(['b']);
  leave();
});

it('without a chosen one the first is the stop, and one that is gone is none', () => {
  for (const [chosen, stop] of [
    [-1, 'a'],
    [7, 'c'],
  ] as const) {
    const { stops, leave } = shown(chosen);
    expect(stops()).toEqual([stop]);
    leave();
  }
});
