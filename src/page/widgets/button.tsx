import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { useId } from 'react';
import './button.css';

type Kind = 'plain' | 'primary' | 'small' | 'quiet' | 'icon';

interface ButtonProps extends Omit<
  ButtonHTMLAttributes<HTMLButtonElement>,
  'onClick' | 'disabled' | 'type'
> {
  kind?: Kind;
  onPress: () => void;
  /** Why it cannot be pressed now; stays focusable so that the reason can be heard. */
  disabledReason?: string | null | undefined;
  children: ReactNode;
}

/** A button of the page: hairlines and ink; `disabledReason` disables it and says why. */
export const Button = ({
  kind = 'plain',
  onPress,
  disabledReason,
  className,
  children,
  ...rest
}: ButtonProps) => {
  const reason = useId();
  const disabled = disabledReason !== undefined && disabledReason !== null;
  return (
    <>
      <button
        {...rest}
        type="button"
        className={`btn btn-${kind}${className === undefined ? '' : ` ${className}`}`}
        onClick={disabled ? undefined : onPress}
        {...(disabled
          ? { 'aria-disabled': true, 'aria-describedby': reason, title: disabledReason }
          : {})}
      >
        {children}
      </button>
      {disabled && (
        <span id={reason} hidden>
          {disabledReason}
        </span>
      )}
    </>
  );
};
