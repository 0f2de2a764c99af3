import './word-button.css';

/** A small button for a word of a command line or a file. */
export const WordButton = (props: {
  children: string;
  /** When it is called something else than what it shows. */
  label?: string;
  /** What it is for, shown with the pointer on it. */
  about?: string;
  faint?: boolean;
  onPress: () => void;
  onAbout?: () => void;
}) => (
  <button
    type="button"
    className={`word-button${props.faint === true ? ' faint' : ''}`}
    aria-label={props.label}
    title={props.about}
    onFocus={props.onAbout}
    onMouseEnter={props.onAbout}
    onClick={props.onPress}
  >
    {props.children}
  </button>
);
