import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { setDockView } from '../sim/actions.ts';
import { useSim } from '../sim/store.ts';
import { PanelBoundary } from '../widgets/panel-boundary.tsx';
import { Tabs } from '../widgets/tabs.tsx';
import type { TabEntry } from '../widgets/tabs.tsx';
import { Button } from '../widgets/button.tsx';
import { Branches } from './branches.tsx';
import { Clock } from './clock.tsx';
import type { LabView } from './descriptor.ts';
import { icons } from '../widgets/icons.tsx';
import { Speed } from './speed.tsx';
import { TimelineSlider } from './timeline-slider.tsx';
import { TransportButtons } from './transport-buttons.tsx';
import { UndoButtons } from './undo-buttons.tsx';
import type { Room } from '../browser/use-media.ts';
import './dock.css';

/** Transport and timeline, and whether the views below are shown. */
export const Transport = (props: { open: boolean; onToggle: () => void }) => {
  const t = useTranslations('lab');
  const toggle = props.open ? t('collapse') : t('expand');
  return (
    <div className="transport">
      <TransportButtons />
      <TimelineSlider />
      <div className="speed">
        <UndoButtons />
        <Branches />
        <Clock />
        <Speed />
        <Button kind="icon" aria-label={toggle} title={toggle} onPress={props.onToggle}>
          {props.open ? icons.down : icons.up}
        </Button>
      </div>
    </div>
  );
};

/** The views' titles are hooks, so their order must never change. */
export const useViewTabs = (views: readonly LabView[], room: Room): readonly TabEntry[] => {
  const titles = views.map((view) => view.useTitle());
  return views.flatMap((view, index) =>
    view.rooms === undefined || view.rooms.includes(room)
      ? [
          {
            id: view.id,
            title: titles[index] ?? '',
            content: (
              <PanelBoundary>
                <view.Panel />
              </PanelBoundary>
            ),
          },
        ]
      : [],
  );
};

/** The views of the run, one at a time. */
export const Views = (props: { tabs: readonly TabEntry[]; className?: string }) => {
  const t = useTranslations('lab');
  const asked = useSim((s) => s.dockView);
  const chosen = useMemo(
    () => props.tabs.find((tab) => tab.id === asked)?.id ?? props.tabs[0]?.id ?? '',
    [props.tabs, asked],
  );
  return (
    <div className={`views ${props.className ?? ''}`}>
      <Tabs
        name={t('dock')}
        more={{ name: t('moreViews'), word: t('more') }}
        tabs={props.tabs}
        chosen={chosen}
        onChoose={setDockView}
      />
    </div>
  );
};
