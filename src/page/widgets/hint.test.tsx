// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { Hint } from './hint.tsx';

afterEach(cleanup);

it('a tap shows the sentence as the description of what was tapped, Escape hides it', async () => {
  render(<Hint text="What a term is">term</Hint>);
  const button = screen.getByRole('button', { name: 'term' });
  fireEvent.click(button);
  const tip = await screen.findByRole('tooltip');
  expect(tip.textContent).toBe('What a term is');
  expect(button.getAttribute('aria-describedby')).toBe(tip.id);
  fireEvent.keyDown(document.body, { key: 'Escape' });
  expect(screen.queryByRole('tooltip')).toBeNull();
});
