import { useId } from 'react';
import { Focusable, Tooltip, TooltipTrigger } from 'react-aria-components';
import { Button } from '../../widgets/button.tsx';

/**
 * A small button that may be disabled for a reason. The reason shows on hover and on focus, and
 * is the button's description.
 */
export const ReasonedButton = (props: {
  label: string;
  onPress: () => void;
  reason: string | null;
}) => {
  const id = useId();
  const { label, onPress, reason } = props;
  if (reason === null) return <Button onPress={onPress}>{label}</Button>;
  return (
    <TooltipTrigger delay={200} closeDelay={0}>
      <Focusable>
        <button type="button" className="btn btn-plain" aria-disabled="true" aria-describedby={id}>
          {label}
          <span id={id} hidden>
            {reason}
          </span>
        </button>
      </Focusable>
      <Tooltip className="hint" offset={6}>
        {reason}
      </Tooltip>
    </TooltipTrigger>
  );
};
