import './label.css';
import './select.css';

/** A choice among a few: the platform's own combobox, drawn with hairlines. */
export const Select = <T extends string>(props: {
  label: string;
  value: T;
  options: readonly { readonly id: T; readonly label: string }[];
  onChange: (id: T) => void;
  /** Shows the label beside the box; otherwise it is only its accessible name. */
  showLabel?: boolean;
}) => (
  <label className="select">
    <span className={props.showLabel === true ? 'select-label' : 'vh'}>{props.label}</span>
    <select
      value={props.value}
      onChange={(event) => {
        const chosen = props.options.find((option) => option.id === event.target.value);
        if (chosen !== undefined) props.onChange(chosen.id);
      }}
    >
      {props.options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.label}
        </option>
      ))}
    </select>
  </label>
);
