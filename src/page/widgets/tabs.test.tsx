// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, it } from 'vitest';
import { Tabs } from './tabs.tsx';

afterEach(cleanup);

const tabs = ['One', 'Two', 'Three'].map((title) => ({
  id: title.toLowerCase(),
  title,
  content: <p>{`content of ${title}`}</p>,
}));

const Shown = ({ first }: { first: string }) => {
  const [chosen, setChosen] = useState(first);
  return <Tabs name="Views" tabs={tabs} chosen={chosen} onChoose={setChosen} />;
};

it('only the chosen tab is a stop, and its panel is named by it', () => {
  render(<Shown first="two" />);
  const stops = screen.getAllByRole('tab').map((tab) => tab.getAttribute('tabindex'));
  expect(stops).toEqual(['-1', '0', '-1']);
  const panel = screen.getByRole('tabpanel', { name: 'Two' });
  expect(panel.textContent).toBe('content of Two');
  expect(screen.getByRole('tab', { selected: true }).getAttribute('aria-controls')).toBe(panel.id);
});

it('a press chooses, and only what is chosen is rendered', () => {
  render(<Shown first="one" />);
  fireEvent.click(screen.getByRole('tab', { name: 'Three' }));
  expect(screen.getByRole('tabpanel', { name: 'Three' }).textContent).toBe('content of Three');
  expect(screen.queryByText('content of One')).toBeNull();
});
