import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Tab, TabList, Tabs as AriaTabs } from 'react-aria-components/Tabs';
import { Menu } from './menu.tsx';
import { TabPanel } from './tab-panel.tsx';
import { useBeyond } from './use-beyond.ts';
import './tabs.css';

export interface TabEntry {
  readonly id: string;
  readonly title: string;
  readonly content: ReactNode;
}

/**
 * Tabs with their panels; only the chosen panel is rendered. Those that there is no room for can be
 * pushed into sight, and chosen from a menu behind the others.
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
  const list = useRef<HTMLDivElement>(null);
  const titles = props.tabs.map(({ id, title }) => `${id} ${title}`).join(' ');
  useEffect(() => {
    const tab = list.current?.querySelector('[aria-selected="true"]');
    tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [props.chosen, titles]);
  const beyond = useBeyond(list, titles);
  return (
    <AriaTabs
      className={`tabs ${props.className ?? ''}`}
      selectedKey={props.chosen}
      onSelectionChange={(key) => props.onChoose(String(key))}
    >
      <div className="tab-row">
        <TabList ref={list} className="tab-list" aria-label={props.name}>
          {props.tabs.map((tab) => (
            <Tab
              key={tab.id}
              id={tab.id}
              className={beyond.includes(tab.id) ? 'tab tab-beyond' : 'tab'}
              data-title={tab.title}
            >
              {tab.title}
            </Tab>
          ))}
        </TabList>
        {props.more !== undefined && beyond.length > 0 && (
          <Menu
            label={props.more.name}
            className="btn btn-quiet tab-more"
            entries={props.tabs
              .filter(({ id }) => beyond.includes(id))
              .map(({ id, title }) => ({
                id,
                label: title,
                onPress: () => props.onChoose(id),
              }))}
          >
            {props.more.word} ▾
          </Menu>
        )}
      </div>
      {props.tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id}>
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
};
