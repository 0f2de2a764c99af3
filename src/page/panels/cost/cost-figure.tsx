import { useRef } from 'react';
import { costScale } from '../../../stage/cost-plot.ts';
import type { Drawing } from '../../../stage/shape.ts';
import { useSize } from '../../browser/use-size.ts';
import { DrawingView } from '../../draw/drawing-view.tsx';
import { Either } from '../../widgets/either.tsx';
import { Slider } from '../../widgets/slider.tsx';
import './cost.css';

/** What a figure of costs says, besides its series. */
export interface FigureWords {
  readonly name: string;
  /** The choice between a plot and a table. */
  readonly shown: string;
  readonly plot: string;
  readonly table: string;
  /** What the axis counts, and one number of it. */
  readonly at: string;
  readonly atText: (n: number) => string;
  /** Where nothing is known. */
  readonly none: string;
  readonly byFormula: (value: string) => string;
  /** Of the first series to the last; missing: it says nothing. */
  readonly ratio?: string;
}

/** What is saved is so large, in drawing units. */
export const SAVED = { width: 760, height: 420 } as const;
/** Drawn at least this wide and high, in drawing units. */
const LEAST = { width: 300, height: 150 };
/** … and no higher than this. */
const MOST_HEIGHT = 560;

/** The plot and its twin, a table; what is looked at stays. */
export const CostShown = (props: {
  words: FigureWords;
  value: 'plot' | 'table';
  onChange: (shown: 'plot' | 'table') => void;
}) => {
  const { words } = props;
  return (
    <Either
      label={words.shown}
      value={props.value}
      options={(['plot', 'table'] as const).map((id) => ({ id, label: words[id] }))}
      onChange={props.onChange}
    />
  );
};

/** The plot, with a line at what is looked at. */
export const CostPlot = (props: {
  words: FigureWords;
  drawing: (width: number, height: number) => Drawing;
  most: number;
  /** The least that can be looked at; default 1. */
  least?: number;
  at: number;
  onHover: (n: number | null) => void;
  onChoose: (n: number) => void;
}) => {
  const { words, least = 1 } = props;
  const place = useRef<HTMLDivElement>(null);
  const size = useSize(place);
  const width = Math.max(LEAST.width, size.width);
  const height = Math.max(LEAST.height, Math.min(MOST_HEIGHT, size.height - 40));
  return (
    <div className="cost-plot" ref={place}>
      {/* The figures are in the table and in the slider's value; the pointer only moves the line. */}
      <div
        onPointerMove={({ clientX, currentTarget }) => {
          const box = currentTarget.getBoundingClientRect();
          const n = costScale(width, props.most).invert(((clientX - box.left) / box.width) * width);
          props.onHover(Math.round(Math.max(least, Math.min(props.most, n))));
        }}
        onPointerLeave={() => props.onHover(null)}
      >
        {size.width > 0 && (
          <DrawingView drawing={props.drawing(width, height)} label={words.name} align="top" />
        )}
      </div>
      <Slider
        label={words.at}
        value={props.at}
        min={least}
        max={props.most}
        text={words.atText(props.at)}
        onChange={props.onChoose}
      />
    </div>
  );
};
