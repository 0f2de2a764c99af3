import './progress.css';

/** How far something has come; without `max` nobody knows how much is left. */
export const Progress = (props: { label: string; value: number; max?: number; text: string }) => (
  <div className="progress">
    <progress
      aria-label={props.label}
      aria-valuetext={props.text}
      {...(props.max === undefined ? {} : { value: props.value, max: props.max })}
    />
    {/* The bar says its value itself. */}
    <span aria-hidden="true">{props.text}</span>
  </div>
);
