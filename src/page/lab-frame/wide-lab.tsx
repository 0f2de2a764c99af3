import { useEffect, useId, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Edge, limited } from '../widgets/edge.tsx';
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
import type { Columns, Sizes } from './panel-sizes.ts';
import './wide-lab.css';

/** Of a column beside the stage, px. */
const NARROWEST = 220;
const WIDEST = 420;
/** The lowest dock that shows a view, px. */
const LOWEST = 140;

/** The sizes that somebody has chosen; they are kept. */
const useSizes = (columns: Columns) => {
  const [first] = useState<Sizes>(() => keptSizes(columns));
  const [sizes, setSizes] = useState(first);
  useEffect(() => {
    if (sizes !== first) keepSizes(columns, sizes);
  }, [columns, sizes, first]);
  return {
    sizes,
    choose: (chosen: Sizes) => setSizes((before) => ({ ...before, ...chosen })),
    reset: (part: keyof Sizes) =>
      setSizes((before) =>
        Object.fromEntries(Object.entries(before).filter(([one]) => one !== part)),
      ),
  };
};

interface WideLabProps {
  reading: ReactNode;
  stage: ReactNode;
  views: ReactNode;
  /** The third column, where there is room for it. */
  inspector: ReactNode | null;
  /** What the views have to show now; when it changes they are unfolded. Null: nothing particular. */
  unfoldFor: string | null;
}

/** Two or three columns with movable edges; the stage never gets less than half of the screen. */
export const WideLab = (props: WideLabProps) => {
  const columns = props.inspector === null ? 'two' : 'three';
  return <LabColumns key={columns} {...props} columns={columns} />;
};

const LabColumns = (props: WideLabProps & { columns: Columns }) => {
  const { columns, unfoldFor } = props;
  const t = useTranslations('lab');
  const id = useId();
  const { width, height } = useWindow();
  const { sizes, choose, reset } = useSizes(columns);
  const [open, setOpen] = useState(true);
  const [unfolded, setUnfolded] = useState(unfoldFor);
  if (unfolded !== unfoldFor) {
    setUnfolded(unfoldFor);
    if (unfoldFor !== null) setOpen(true);
  }

  const beside = widestColumns(width, height);
  const wished = columns === 'three' ? (sizes.right ?? COLUMNS.right) : 0;
  const mostSide = Math.min(WIDEST, beside - wished);
  const side = limited(sizes.side ?? COLUMNS[columns], NARROWEST, mostSide);
  const mostRight = Math.min(WIDEST, beside - side);
  const right = columns === 'three' ? limited(wished, NARROWEST, mostRight) : 0;
  const most = Math.floor(tallestDock(width, height, side + right));
  const least = Math.min(LOWEST, most);
  const dock = open ? limited(sizes.dock ?? most, least, most) : TRANSPORT;

  /** Drawn below half of the lowest view, the dock is folded. */
  const moveDock = (to: number): void => {
    const shown = to >= (TRANSPORT + least) / 2;
    setOpen(shown);
    if (shown) choose({ dock: limited(to, least, most) });
  };

  return (
    <div className="lab-columns">
      <div id={`${id}side`} className="side" style={{ width: side }}>
        {props.reading}
      </div>
      <Edge
        upright
        label={t('resize.side')}
        of="before"
        controls={`${id}side`}
        size={side}
        least={NARROWEST}
        most={mostSide}
        onMove={(to) => choose({ side: limited(to, NARROWEST, mostSide) })}
        onReset={() => reset('side')}
      />
      <div className="middle">
        <div className="stage-panel">{props.stage}</div>
        <Edge
          upright={false}
          label={t('resize.dock')}
          of="after"
          controls={`${id}dock`}
          size={dock}
          least={TRANSPORT}
          most={most}
          onMove={moveDock}
          onReset={() => reset('dock')}
        />
        <div id={`${id}dock`} className="dock" style={{ height: dock }}>
          <Transport open={open} onToggle={() => setOpen(!open)} />
          {/* Nobody sees them or should reach them there, and they cost time at each frame. */}
          {open && props.views}
        </div>
      </div>
      {columns === 'three' && (
        <>
          <Edge
            upright
            label={t('resize.inspector')}
            of="after"
            controls={`${id}right`}
            size={right}
            least={NARROWEST}
            most={mostRight}
            onMove={(to) => choose({ right: limited(to, NARROWEST, mostRight) })}
            onReset={() => reset('right')}
          />
          <div id={`${id}right`} className="third" style={{ width: right }}>
            {props.inspector}
          </div>
        </>
      )}
    </div>
  );
};
