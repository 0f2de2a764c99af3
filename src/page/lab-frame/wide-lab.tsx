import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { Group, Panel, Separator, usePanelRef } from 'react-resizable-panels';
import { useTranslations } from 'use-intl';
import { Transport } from './dock.tsx';
import {
  COLUMNS,
  keepSizes,
  keptSizes,
  tallestDock,
  TRANSPORT,
  useWindow,
  widestColumns,
} from './panel-sizes.ts';
import './wide-lab.css';

/** Two or three columns with movable edges; the stage never gets less than half of the screen. */
export const WideLab = (props: {
  reading: ReactNode;
  stage: ReactNode;
  views: ReactNode;
  /** The third column, where there is room for it. */
  inspector: ReactNode | null;
  /** What the views have to show now; when it changes they are unfolded. Null: nothing particular. */
  unfoldFor: string | null;
}) => {
  const t = useTranslations('lab');
  const { width, height } = useWindow();
  const three = props.inspector !== null;
  const name = three ? 'three' : 'two';
  const [side, setSide] = useState(three ? COLUMNS.three : COLUMNS.two);
  const [right, setRight] = useState(three ? COLUMNS.right : 0);
  const views = usePanelRef();
  const [open, setOpen] = useState(true);
  const { unfoldFor } = props;
  useEffect(() => {
    if (unfoldFor !== null) views.current?.expand();
  }, [unfoldFor, views]);
  const columns = widestColumns(width, height);
  const dock = Math.floor(tallestDock(width, height, side + right));

  return (
    <Group
      className="lab-columns"
      orientation="horizontal"
      key={name}
      defaultLayout={keptSizes(`${name}.columns`)}
      onLayoutChanged={(layout) => keepSizes(`${name}.columns`, layout)}
    >
      <Panel
        id="side"
        className="side"
        defaultSize={three ? COLUMNS.three : COLUMNS.two}
        minSize={220}
        maxSize={Math.min(420, columns - right)}
        groupResizeBehavior="preserve-pixel-size"
        onResize={(size) => setSide(Math.round(size.inPixels))}
      >
        {props.reading}
      </Panel>
      <Separator className="edge edge-v" aria-label={t('resize.side')} />
      <Panel id="middle" className="middle">
        <Group
          orientation="vertical"
          defaultLayout={keptSizes(`${name}.rows`)}
          onLayoutChanged={(layout) => keepSizes(`${name}.rows`, layout)}
        >
          <Panel id="stage" className="stage-panel" minSize="40%">
            {props.stage}
          </Panel>
          <Separator className="edge edge-h" aria-label={t('resize.dock')} />
          <Panel
            id="dock"
            panelRef={views}
            onResize={(size) => setOpen(size.inPixels > TRANSPORT + 1)}
            className="dock"
            defaultSize={dock}
            minSize={Math.min(140, dock)}
            maxSize={dock}
            collapsible
            collapsedSize={TRANSPORT}
            groupResizeBehavior="preserve-pixel-size"
          >
            <Transport
              open={open}
              onToggle={() => (open ? views.current?.collapse() : views.current?.expand())}
            />
            {/* Nobody sees them or should reach them there, and they cost time at each frame. */}
            {open && props.views}
          </Panel>
        </Group>
      </Panel>
      {three && (
        <>
          <Separator className="edge edge-v" aria-label={t('resize.inspector')} />
          <Panel
            id="inspector"
            className="third"
            defaultSize={COLUMNS.right}
            minSize={220}
            maxSize={Math.min(420, columns - side)}
            groupResizeBehavior="preserve-pixel-size"
            onResize={(size) => setRight(Math.round(size.inPixels))}
          >
            {props.inspector}
          </Panel>
        </>
      )}
    </Group>
  );
};
