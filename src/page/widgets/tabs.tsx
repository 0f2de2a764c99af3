import { useEffect, useId, useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { Menu } from './menu.tsx';
import { TabPanel } from './tab-panel.tsx';
import { useBeyond } from './use-beyond.ts';
import './tabs.css';

export interface TabEntry {
  readonly id: string;
  readonly title: string;
  readonly content: ReactNode;
}

/** Which tab a key leads to from the one at `index`; null: the key is not the row's. */
export const tabKeyed = (key: string, index: number, count: number): number | null => {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return (index + 1) % count;
    case 'ArrowLeft':
    case 'ArrowUp':
      return (index - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
};

/**
 * Tabs with their panels; only the chosen panel is rendered. Keys choose as they move, as in a radio
 * group. Those that there is no room for can be pushed into sight, and chosen from a menu behind the others.
 */
export const Tabs = (props: {
  name: string;
  /** That menu's name, and the word on its button; without it there is none. */
  more?: { readonly name: string; readonly word: string };
  tabs: readonly TabEntry[];
  chosen: string;
  onChoose: (id: string) => void;
  className?: string;
}) => {
  const { tabs, chosen, onChoose } = props;
  const own = useId();
  const list = useRef<HTMLDivElement>(null);
  const titles = tabs.map(({ id, title }) => `${id} ${title}`).join(' ');
  useEffect(() => {
    const tab = list.current?.querySelector('[aria-selected="true"]');
    tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [chosen, titles]);
  const beyond = useBeyond(list, titles);
  const onKeyDown = (event: KeyboardEvent, index: number): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = tabKeyed(event.key, index, tabs.length);
    const next = to === null ? undefined : tabs[to];
    if (to === null || next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onChoose(next.id);
    (list.current?.children[to] as HTMLElement | undefined)?.focus();
  };
  const entry = tabs.find((tab) => tab.id === chosen);
  return (
    <div className={`tabs ${props.className ?? ''}`}>
      <div className="tab-row">
        <div
          ref={list}
          className="tab-list"
          role="tablist"
          aria-label={props.name}
          aria-orientation="horizontal"
        >
          {tabs.map((tab, index) => (
            <div
              key={tab.id}
              id={`${own}tab-${tab.id}`}
              className={beyond.includes(tab.id) ? 'tab tab-beyond' : 'tab'}
              role="tab"
              tabIndex={tab === entry ? 0 : -1}
              aria-selected={tab === entry}
              aria-controls={tab === entry ? `${own}panel-${tab.id}` : undefined}
              data-key={tab.id}
              data-title={tab.title}
              onClick={() => onChoose(tab.id)}
              onKeyDown={(event) => onKeyDown(event, index)}
            >
              {tab.title}
            </div>
          ))}
        </div>
        {props.more !== undefined && beyond.length > 0 && (
          <Menu
            label={props.more.name}
            className="btn btn-quiet tab-more"
            entries={tabs
              .filter(({ id }) => beyond.includes(id))
              .map(({ id, title }) => ({ id, label: title, onPress: () => onChoose(id) }))}
          >
            {props.more.word} ▾
          </Menu>
        )}
      </div>
      {entry !== undefined && (
        <TabPanel
          key={entry.id}
          id={`${own}panel-${entry.id}`}
          labelledBy={`${own}tab-${entry.id}`}
        >
          {entry.content}
        </TabPanel>
      )}
    </div>
  );
};
