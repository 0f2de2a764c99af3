import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Tab, TabList, Tabs as AriaTabs } from 'react-aria-components';
import { TabPanel } from './tab-panel.tsx';
import './tabs.css';

export interface TabEntry {
  readonly id: string;
  readonly title: string;
  readonly content: ReactNode;
}

/** Tabs with their panels; only the chosen panel is rendered. */
export const Tabs = (props: {
  name: string;
  tabs: readonly TabEntry[];
  chosen: string;
  onChoose: (id: string) => void;
  className?: string;
}) => {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const tab = list.current?.querySelector('[aria-selected="true"]');
    tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [props.chosen]);
  return (
    <AriaTabs
      className={`tabs ${props.className ?? ''}`}
      selectedKey={props.chosen}
      onSelectionChange={(key) => props.onChoose(String(key))}
    >
      <TabList ref={list} className="tab-list" aria-label={props.name}>
        {props.tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className="tab" data-title={tab.title}>
            {tab.title}
          </Tab>
        ))}
      </TabList>
      {props.tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id}>
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
};
