import { useId } from 'react';
import { Button } from '../../widgets/button.tsx';
import { useTip } from '../../widgets/use-tip.tsx';

/**
 * A small button that may be disabled for a reason. The reason shows on hover and on focus, and
 * is the button's description.
 */
export const ReasonedButton = (props: {
  label: string;
  onPress: () => void;
  reason: string | null;
}) => {
  const { label, onPress, reason } = props;
  return reason === null ? (
    <Button onPress={onPress}>{label}</Button>
  ) : (
    <Disabled label={label} reason={reason} />
  );
};

const Disabled = ({ label, reason }: { label: string; reason: string }) => {
  const id = useId();
  const { button, tip } = useTip(reason, 200);
  return (
    <>
      <button
        {...button}
        type="button"
        className="btn btn-plain"
        aria-disabled="true"
        aria-describedby={id}
      >
        {label}
        <span id={id} hidden>
          {reason}
        </span>
      </button>
      {tip}
    </>
  );
};
