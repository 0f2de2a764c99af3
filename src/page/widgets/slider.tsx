import './label.css';
import './slider.css';

/** A slider; `text` is what its value means to a person. */
export const Slider = (props: {
  label: string;
  value: number;
  min: number;
  max: number;
  step?: number;
  text: string;
  onChange: (value: number) => void;
  /** It has been let go. */
  onSettle?: () => void;
}) => (
  <label className="slider">
    <span className="field-label">{props.label}</span>
    <input
      type="range"
      min={props.min}
      max={props.max}
      step={props.step ?? 1}
      value={props.value}
      aria-valuetext={props.text}
      onChange={(event) => props.onChange(Number(event.target.value))}
      onPointerUp={props.onSettle}
      onKeyUp={props.onSettle}
      onBlur={props.onSettle}
    />
    {/* The slider says its value itself; an output would say it a second time. */}
    <span className="slider-value" aria-hidden="true">
      {props.text}
    </span>
  </label>
);
