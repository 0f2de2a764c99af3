// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { Hint } from './hint.tsx';
import { OneStop } from './one-stop.tsx';

afterEach(cleanup);

const NAMES = ['round', 'vote', 'epoch'] as const;

it('of what is explained the arrows lead to each, Tab leaves them all, and leads back to the one that was left', () => {
  render(
    <OneStop label="values">
      {NAMES.map((name) => (
        <Hint key={name} text={`What ${name} means`}>
          {name}
        </Hint>
      ))}
    </OneStop>,
  );
  const [round, vote, epoch] = NAMES.map((name) => screen.getByRole('button', { name }));
  expect(screen.getByRole('toolbar', { name: 'values' }).contains(round ?? null)).toBe(true);
  const press = (key: string, shiftKey = false): string => {
    fireEvent.keyDown(document.activeElement ?? document.body, { key, shiftKey });
    return document.activeElement?.textContent ?? '';
  };
  round?.focus();
  expect(press('ArrowDown')).toBe('vote');
  // These go through time.
  expect(press('ArrowRight')).toBe('vote');
  // From its last one the browser goes on to what follows, from its first one to what is before.
  expect(press('Tab')).toBe('epoch');
  fireEvent.blur(epoch ?? document.body, { relatedTarget: document.body });
  epoch?.blur();
  epoch?.focus();
  expect(document.activeElement).toBe(vote);
  expect(press('Tab', true)).toBe('round');
});
